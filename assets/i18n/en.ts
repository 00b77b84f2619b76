<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AdminPages</name>
    <message>
        <source>密码换好了</source>
        <translation>The PIN was changed</translation>
    </message>
    <message>
        <source>从下一次进门起用它</source>
        <translation>Use it from the next time on</translation>
    </message>
</context>
<context>
    <name>AnswerCell</name>
    <message>
        <source>已选</source>
        <translation>chosen</translation>
    </message>
    <message>
        <source>不是它</source>
        <translation>not this</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>选对了</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>你选的</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>ArticleChips</name>
    <message>
        <source>这条改过，看对照</source>
        <translation>Changed: compare</translation>
    </message>
</context>
<context>
    <name>ArticlePage</name>
    <message>
        <source>“%1”%2</source>
        <translation>“%1”: %2</translation>
    </message>
</context>
<context>
    <name>ArticleSheet</name>
    <message>
        <source>回到上面</source>
        <translation>Back to the top</translation>
    </message>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>ArticleTray</name>
    <message>
        <source>上一处</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>上一条</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>查字句</source>
        <translation>Find words</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next match</translation>
    </message>
    <message>
        <source>读完了</source>
        <translation>That is all</translation>
    </message>
</context>
<context>
    <name>AskBoard</name>
    <message>
        <source>甲乙丙丁戊己</source>
        <translation>ABCDEF</translation>
    </message>
    <message>
        <source>已经有 %1 位说了。讲完就在这块屏上写，首页“建言献策”。</source>
        <translation>%1 have spoken. Afterwards write yours on this screen, under Suggestions.</translation>
    </message>
    <message>
        <source>想说的举手；讲完也可以在这块屏上写，首页“建言献策”。</source>
        <translation>Raise your hand; afterwards write yours on this screen, under Suggestions.</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>先锋屏</source>
        <translation>Pioneer Kiosk</translation>
    </message>
    <message>
        <source>碰一下屏幕开始</source>
        <translation>Touch the screen to begin</translation>
    </message>
</context>
<context>
    <name>AttractEmpty</name>
    <message>
        <source>内容还在路上</source>
        <translation>Content is on its way</translation>
    </message>
</context>
<context>
    <name>AttractModel</name>
    <message>
        <source>历史上的今天</source>
        <translation>On this day</translation>
    </message>
    <message>
        <source>%1 年</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>AttractWall</name>
    <message>
        <source>碰一下开始</source>
        <translation>Touch to begin</translation>
    </message>
</context>
<context>
    <name>AudienceWindow</name>
    <message>
        <source>先锋屏 讲堂</source>
        <translation>Pioneer Kiosk: lecture</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>%1：原来 %2 %3，现在 %4 %3</source>
        <translation>%1: before %2 %3, now %4 %3</translation>
    </message>
    <message>
        <source>%1，原来</source>
        <translation>%1, before</translation>
    </message>
    <message>
        <source>一格是 %1 %2</source>
        <translation>One slat is %1 %2</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>现在：%1</source>
        <translation>Now: %1</translation>
    </message>
</context>
<context>
    <name>BoardRow</name>
    <message>
        <source>你 · %1</source>
        <translation>You · %1</translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>%1 pts</translation>
    </message>
</context>
<context>
    <name>BuzzZones</name>
    <message>
        <source>第 %1 组</source>
        <translation>Team %1</translation>
    </message>
</context>
<context>
    <name>CandidatePager</name>
    <message>
        <source>前面的字</source>
        <translation>Earlier characters</translation>
    </message>
    <message>
        <source>后面的字</source>
        <translation>Later characters</translation>
    </message>
</context>
<context>
    <name>CaptionBand</name>
    <message>
        <source>字幕关着</source>
        <translation>Captions are off</translation>
    </message>
    <message>
        <source>这一段没有字幕</source>
        <translation>No captions here</translation>
    </message>
</context>
<context>
    <name>CardBoard</name>
    <message>
        <source>墙上没有求助卡</source>
        <translation>No help cards on the wall</translation>
    </message>
    <message>
        <source>墙上挂着的求助卡，%1 张，%2 张没人接</source>
        <translation>%1 help cards on the wall, %2 open</translation>
    </message>
    <message>
        <source>墙上挂着的求助卡，%1 张</source>
        <translation>%1 help cards on the wall</translation>
    </message>
    <message>
        <source>班组里有什么难题？
写一张，挂上去。</source>
        <translation>What troubles your team?
Write a card and hang it up.</translation>
    </message>
</context>
<context>
    <name>CardLayer</name>
    <message>
        <source>请这一位</source>
        <translation>Over to</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Call a name</translation>
    </message>
    <message>
        <source>看点到谁</source>
        <translation>Who will it be</translation>
    </message>
    <message>
        <source>%1 号座</source>
        <translation>Seat %1</translation>
    </message>
    <message>
        <source>在座 %1 位，点过的不再点，点完一轮再从头。</source>
        <translation>%1 in the room; nobody twice until all were called.</translation>
    </message>
    <message>
        <source>抽奖：%1 张票，抽 %2 个</source>
        <translation>Draw: %2 of %1 tickets</translation>
    </message>
    <message>
        <source>先封名单和种子，再抽。指纹现在亮出来，抽完公布种子，谁都能照着算一遍。</source>
        <translation>List and seed are sealed first. Their fingerprint is shown now; the seed is told at the end, and anybody can work it out again.</translation>
    </message>
    <message>
        <source>抽奖</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>在座 %1 位</source>
        <translation>%1 in the room</translation>
    </message>
    <message>
        <source>%1 张票，抽 %2 个</source>
        <translation>%2 of %1 tickets</translation>
    </message>
    <message>
        <source>名单和种子的指纹（抽之前就定了）</source>
        <translation>Fingerprint of list and seed, fixed before the draw</translation>
    </message>
    <message>
        <source>种子 %1</source>
        <translation>Seed %1</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>你的这条</source>
        <translation>Yours</translation>
    </message>
    <message>
        <source>样例</source>
        <translation>Sample</translation>
    </message>
</context>
<context>
    <name>CaseViewModel</name>
    <message>
        <source>提了 %1 天，还没办完</source>
        <translation>days since it was sent: %1, not done yet</translation>
    </message>
    <message>
        <source>用了 %1 天</source>
        <translation>days until it was done: %1</translation>
    </message>
    <message>
        <source>%1，已经过了</source>
        <translation>%1, already over</translation>
    </message>
    <message>
        <source>答复</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>怎么办的</source>
        <translation>What was done</translation>
    </message>
    <message>
        <source>谁负责</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>还没有人接</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>什么时候收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>哪天答复</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>%1 人打过分，平均 %2 分</source>
        <translation>Rated by %1, average %2</translation>
    </message>
    <message>
        <source>没有记上，再碰一次。</source>
        <translation>It was not noted; touch it again.</translation>
    </message>
</context>
<context>
    <name>CatalogScreen</name>
    <message>
        <source>正在取内容</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>这一页打不开</source>
        <translation>This page won’t open</translation>
    </message>
    <message>
        <source>没有这样的内容</source>
        <translation>Nothing like that here</translation>
    </message>
    <message>
        <source>这里还没有内容</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>换一个年代或行业看看</source>
        <translation>Try another era or trade</translation>
    </message>
    <message>
        <source>别的都能看，它会自己修好</source>
        <translation>Everything else works. This will mend itself</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>See all</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>还有 %1 个在下面</source>
        <translation>%1 more below</translation>
    </message>
</context>
<context>
    <name>CatalogViewModel</name>
    <message>
        <source>全部内容</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>%1 分钟以内</source>
        <translation>Up to %1 min</translation>
    </message>
    <message>
        <source>从%1到%2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>我有 %1 分钟</source>
        <translation>I have %1 min</translation>
    </message>
</context>
<context>
    <name>CertificateViewModel</name>
    <message>
        <source>接着看：%1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>证书没有存上</source>
        <translation>The certificate was not stored</translation>
    </message>
    <message>
        <source>请再点一次，还不行就告诉工会的同志</source>
        <translation>Try again; if it still fails, tell the union office</translation>
    </message>
</context>
<context>
    <name>ChangesRoom</name>
    <message>
        <source>第 %1 组，共 %2 组</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>前一组</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>后一组</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>少了 %1 %2</source>
        <translation>%1 %2 less</translation>
    </message>
    <message>
        <source>多了 %1 %2</source>
        <translation>%1 %2 more</translation>
    </message>
    <message>
        <source>数字没有变</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>原来：%1</source>
        <translation>Before: %1</translation>
    </message>
    <message>
        <source>现在：%1</source>
        <translation>Now: %1</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>%1 0</source>
        <translation>%1 0</translation>
    </message>
</context>
<context>
    <name>ChoiceGrid</name>
    <message>
        <source>下面还有选项</source>
        <translation>More options below</translation>
    </message>
</context>
<context>
    <name>ClearKey</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>退一格</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>改了什么</source>
        <translation>What changed</translation>
    </message>
    <message>
        <source>&lt;s&gt;划掉的&lt;/s&gt;是原来的字，&lt;u&gt;底色上的&lt;/u&gt;是新的字</source>
        <translation>&lt;s&gt;Struck through&lt;/s&gt; is the old wording, &lt;u&gt;on colour&lt;/u&gt; the new</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>没改的也看</source>
        <translation>Show unchanged too</translation>
    </message>
    <message>
        <source>往上翻</source>
        <translation>Page up</translation>
    </message>
    <message>
        <source>往下翻</source>
        <translation>Page down</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>上一处改动</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一处改动</source>
        <translation>Next change</translation>
    </message>
</context>
<context>
    <name>CompareViewModel</name>
    <message>
        <source>%1起</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>%1起，到%2</source>
        <translation>From %1 until %2</translation>
    </message>
    <message>
        <source>改了 %1 条</source>
        <translation>%1 changed</translation>
    </message>
    <message>
        <source>新加 %1 条</source>
        <translation>%1 added</translation>
    </message>
    <message>
        <source>删去 %1 条</source>
        <translation>%1 removed</translation>
    </message>
    <message>
        <source>换了条号 %1 条</source>
        <translation>%1 renumbered</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>一个字也没改</source>
        <translation>Not a word was changed</translation>
    </message>
    <message>
        <source>没改</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>只换条号</source>
        <translation>Renumbered</translation>
    </message>
    <message>
        <source>改了</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>新加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>删去</source>
        <translation>Removed</translation>
    </message>
</context>
<context>
    <name>ConfirmKey</name>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>正在记票…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>投 %1 号一票</source>
        <translation>Vote for %1</translation>
    </message>
    <message>
        <source>再想想</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>ConfirmViewModel</name>
    <message>
        <source>%1 号，%2：%3。</source>
        <translation>No. %1, %2: %3.</translation>
    </message>
    <message>
        <source>太简单了，换一个。</source>
        <translation>Too simple; choose another.</translation>
    </message>
    <message>
        <source>两次不一样，再输一遍。</source>
        <translation>The two differ; once more.</translation>
    </message>
    <message>
        <source>没有这个领奖码，看看是不是按错了。</source>
        <translation>No prize has this code; check the keys.</translation>
    </message>
    <message>
        <source>密码不对，还可以试 %1 次。</source>
        <translation>Wrong PIN; %1 tries left.</translation>
    </message>
    <message>
        <source>错得太多，%1 秒后再试。</source>
        <translation>Too many tries; wait %1 seconds.</translation>
    </message>
</context>
<context>
    <name>ConsoleTall</name>
    <message>
        <source>观众正看着  第 %1 页，共 %2 页</source>
        <translation>The audience sees page %1 of %2</translation>
    </message>
    <message>
        <source>大屏已连上</source>
        <translation>Two screens</translation>
    </message>
    <message>
        <source>只有一块屏</source>
        <translation>One screen</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>这一步 %1</source>
        <translation>This step %1</translation>
    </message>
</context>
<context>
    <name>ConsoleWide</name>
    <message>
        <source>观众正看着  第 %1 页，共 %2 页</source>
        <translation>The audience sees page %1 of %2</translation>
    </message>
    <message>
        <source>大屏已连上</source>
        <translation>Two screens</translation>
    </message>
    <message>
        <source>只有一块屏</source>
        <translation>One screen</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>这一步
%1</source>
        <translation>This step
%1</translation>
    </message>
</context>
<context>
    <name>ContactField</name>
    <message>
        <source>可以不填</source>
        <translation>May stay empty</translation>
    </message>
    <message>
        <source>填好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ContactPage</name>
    <message>
        <source>留名，
还是不留？</source>
        <translation>Your name,
or none?</translation>
    </message>
    <message>
        <source>三样都可以不填，不填一样受理。填了，也一起封好，只有办公室看得到。</source>
        <translation>All three may stay empty; it is handled all the same. What you give is sealed too, for the office alone.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Worker no.</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>下一步，再看一遍</source>
        <translation>Next: read it again</translation>
    </message>
    <message>
        <source>不留名，再看一遍</source>
        <translation>No name. Read it again</translation>
    </message>
</context>
<context>
    <name>ContentsPage</name>
    <message>
        <source>查字句</source>
        <translation>Find words</translation>
    </message>
    <message>
        <source>按条号</source>
        <translation>By number</translation>
    </message>
    <message>
        <source>改了什么</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>从头读</source>
        <translation>Start reading</translation>
    </message>
</context>
<context>
    <name>ContestWallViewModel</name>
    <message>
        <source>%1 已经截止</source>
        <translation>Closed on %1</translation>
    </message>
    <message>
        <source>%1 截止</source>
        <translation>Closes on %1</translation>
    </message>
    <message>
        <source>%1 截止，%2</source>
        <translation>Closes on %1, %2</translation>
    </message>
    <message>
        <source>还剩 %1 天</source>
        <translation>%1 days left</translation>
    </message>
    <message>
        <source>还剩 %1 天 %2 小时</source>
        <translation>%1 d %2 h left</translation>
    </message>
    <message>
        <source>还剩 %1 小时 %2 分</source>
        <translation>%1 h %2 min left</translation>
    </message>
    <message>
        <source>还剩 %1 分</source>
        <translation>%1 min left</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>还有 %1 秒</source>
        <translation>%1 s left</translation>
    </message>
    <message>
        <source>还有 %1 分 %2 秒</source>
        <translation>%1 min %2 s left</translation>
    </message>
</context>
<context>
    <name>CoverViewModel</name>
    <message>
        <source>%1通过或发布</source>
        <translation>Adopted or issued on %1</translation>
    </message>
    <message>
        <source>改过 %1 次，最近一次是%2</source>
        <translation>Amended %1 times, last on %2</translation>
    </message>
    <message>
        <source>代替：%1</source>
        <translation>Replaces: %1</translation>
    </message>
    <message>
        <source>条文只有中文，以中文为准</source>
        <translation>The articles are in Chinese; only the Chinese text counts</translation>
    </message>
    <message>
        <source>这里只选了一部分条文</source>
        <translation>Only some of the articles are given here</translation>
    </message>
    <message>
        <source>看新的：%1</source>
        <translation>See the new one: %1</translation>
    </message>
    <message>
        <source>共 %1 条，上面长的 %2 条有大白话</source>
        <translation>%1 articles; the %2 longer bars are explained in plain words</translation>
    </message>
    <message>
        <source>共 %1 条</source>
        <translation>%1 articles</translation>
    </message>
    <message>
        <source>%1 条废止</source>
        <translation>%1 repealed</translation>
    </message>
    <message>
        <source>已经废止</source>
        <translation>Repealed</translation>
    </message>
    <message>
        <source>改过 %1 条</source>
        <translation>%1 amended</translation>
    </message>
    <message>
        <source>改过</source>
        <translation>Amended</translation>
    </message>
</context>
<context>
    <name>CutPictures</name>
    <message>
        <source>原来：%1。现在：%2</source>
        <translation>Before: %1. Now: %2</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>?</translation>
    </message>
    <message>
        <source>分界线</source>
        <translation>Dividing line</translation>
    </message>
    <message>
        <source>全看原来</source>
        <translation>All before</translation>
    </message>
    <message>
        <source>分界线往左</source>
        <translation>Line to the left</translation>
    </message>
    <message>
        <source>分界线往右</source>
        <translation>Line to the right</translation>
    </message>
    <message>
        <source>全看现在</source>
        <translation>All now</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>这一步没有记上</source>
        <translation>This step was not recorded</translation>
    </message>
    <message>
        <source>可以接着学，只是下次要从前面开始</source>
        <translation>Go on; next time it begins further back</translation>
    </message>
</context>
<context>
    <name>DeskScreen</name>
    <message>
        <source>值班</source>
        <translation>On duty</translation>
    </message>
</context>
<context>
    <name>DeskViewModel</name>
    <message>
        <source>%1月%2日</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>不了</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>DigitPad</name>
    <message>
        <source>删掉一位</source>
        <translation>Delete a digit</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>就是它</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>DrawViewModel</name>
    <message>
        <source>操作 %1，见证 %2。</source>
        <translation>Operator %1, witness %2.</translation>
    </message>
    <message>
        <source>还没有设密码，不能抽奖。请在这台机器的终端运行 kiosk pin set。</source>
        <translation>No PIN was chosen, so nothing can be drawn. Run kiosk pin set on this machine.</translation>
    </message>
</context>
<context>
    <name>DrawWall</name>
    <message>
        <source>抽奖</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>还没有票</source>
        <translation>No tickets yet</translation>
    </message>
    <message>
        <source>%1 号</source>
        <translation>Number %1</translation>
    </message>
    <message>
        <source>%1 张票</source>
        <translation>%1 tickets</translation>
    </message>
</context>
<context>
    <name>DuelHalf</name>
    <message>
        <source>站好了，等对面</source>
        <translation>Ready, waiting</translation>
    </message>
    <message>
        <source>站到这一边</source>
        <translation>Stand on this side</translation>
    </message>
    <message>
        <source>已按下，等对面</source>
        <translation>Pressed, waiting</translation>
    </message>
    <message>
        <source>请选</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>同时按下，各得一分</source>
        <translation>Same moment: one each</translation>
    </message>
    <message>
        <source>这一分是你的</source>
        <translation>This point is yours</translation>
    </message>
    <message>
        <source>没有按</source>
        <translation>Not pressed</translation>
    </message>
    <message>
        <source>没答对</source>
        <translation>Not right</translation>
    </message>
    <message>
        <source>对了，慢了一点</source>
        <translation>Right, but later</translation>
    </message>
    <message>
        <source>还有 %1 秒</source>
        <translation>%1 s left</translation>
    </message>
    <message>
        <source>甲乙丙丁</source>
        <translation>ABCD</translation>
    </message>
    <message>
        <source>定</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>好</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>按</source>
        <translation>Press</translation>
    </message>
    <message>
        <source>%1 秒按下</source>
        <translation>Pressed at %1 s</translation>
    </message>
    <message>
        <source>你准备好了</source>
        <translation>You are ready</translation>
    </message>
    <message>
        <source>准备好了就按这里</source>
        <translation>Press here when ready</translation>
    </message>
    <message>
        <source>选了什么先盖住，
等对面按完一起揭</source>
        <translation>Covered until the
other side has pressed</translation>
    </message>
    <message>
        <source>都按对，先按的一方得分。
绳子过来一格，过五格就赢。</source>
        <translation>Both right: the faster one scores.
Five knots ahead wins.</translation>
    </message>
    <message>
        <source>差不到 0.05 秒算同时。
中途不比了，按返回。</source>
        <translation>Under 0.05 s apart is a tie.
To stop, press Back.</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>可拔U盘</source>
        <translation>Unplug</translation>
    </message>
    <message>
        <source>%1月%2日</source>
        <translation>%2/%1</translation>
    </message>
</context>
<context>
    <name>DutyCell</name>
    <message>
        <source>值班模式</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>%1 分钟后自动退出</source>
        <translation>Closes in %1 min</translation>
    </message>
    <message>
        <source>一会儿自动退出</source>
        <translation>Closes by itself</translation>
    </message>
</context>
<context>
    <name>EmbedBlock</name>
    <message>
        <source>看节目：%1</source>
        <translation>Watch: %1</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>EndedViewModel</name>
    <message>
        <source>连闯 %1 关。</source>
        <translation>%1 in a row.</translation>
    </message>
    <message>
        <source>第一关
再试试。</source>
        <translation>Try the first
once more.</translation>
    </message>
    <message>
        <source>全对了。</source>
        <translation>All right.</translation>
    </message>
    <message>
        <source>对了 %1 题。</source>
        <translation>%1 right.</translation>
    </message>
    <message>
        <source>过关了。</source>
        <translation>Passed.</translation>
    </message>
    <message>
        <source>再对 %1 题
就过关。</source>
        <translation>%1 more right
and you pass.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>EntryCard</name>
    <message>
        <source>已投 %1 号</source>
        <translation>Voted: %1</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>放不出来，先看文字</source>
        <translation>It cannot be played; read the text</translation>
    </message>
    <message>
        <source>停一下&#x3000;%1 / %2</source>
        <translation>Pause   %1 / %2</translation>
    </message>
    <message>
        <source>看视频</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>听录音</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>回到作品墙</source>
        <translation>Back to all entries</translation>
    </message>
    <message>
        <source>正在记票…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>已投 %1 号</source>
        <translation>Voted: %1</translation>
    </message>
    <message>
        <source>投 %1 号一票</source>
        <translation>Vote for %1</translation>
    </message>
    <message>
        <source>前一件</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>后一件</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>Eras</name>
    <message>
        <source>革命年代</source>
        <translation>Revolution</translation>
    </message>
    <message>
        <source>五六十年代</source>
        <translation>1950s–60s</translation>
    </message>
    <message>
        <source>改革年代</source>
        <translation>Reform</translation>
    </message>
    <message>
        <source>新时代</source>
        <translation>New era</translation>
    </message>
</context>
<context>
    <name>ExplainedViewModel</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>对了，
连对 %1 题。</source>
        <translation>Right,
%1 in a row.</translation>
    </message>
    <message>
        <source>对了。</source>
        <translation>Right.</translation>
    </message>
    <message>
        <source>时间到，
看看答案。</source>
        <translation>Time is up.
See the answer.</translation>
    </message>
    <message>
        <source>差一点，
看看答案。</source>
        <translation>Not quite.
See the answer.</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>去看看</source>
        <translation>Have a look</translation>
    </message>
    <message>
        <source>甲乙丙丁戊己庚辛</source>
        <translation>ABCDEFGH</translation>
    </message>
    <message>
        <source>时间到，
是%1。</source>
        <translation>Time is up,
it is %1.</translation>
    </message>
    <message>
        <source>差一点，
是%1。</source>
        <translation>Not quite,
it is %1.</translation>
    </message>
    <message>
        <source>去看看：%1</source>
        <translation>See %1</translation>
    </message>
    <message>
        <source>读%1的故事</source>
        <translation>Read about %1</translation>
    </message>
    <message>
        <source>听%1的故事 %2 分钟</source>
        <translation>Hear about %1, %2 min</translation>
    </message>
</context>
<context>
    <name>FairDesk</name>
    <message>
        <source>去看看：%1</source>
        <translation>See %1</translation>
    </message>
</context>
<context>
    <name>FaultViewModel</name>
    <message>
        <source>这一段后面放不出来</source>
        <translation>The rest won’t play</translation>
    </message>
    <message>
        <source>这一段放不出来</source>
        <translation>This won’t play</translation>
    </message>
    <message>
        <source>可以看《%1》</source>
        <translation>Try “%1”</translation>
    </message>
    <message>
        <source>别的节目都能看</source>
        <translation>The other programmes work</translation>
    </message>
    <message>
        <source>换一段</source>
        <translation>Another one</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>FillBox</name>
    <message>
        <source>碰这里，把答案写上</source>
        <translation>Touch here and write</translation>
    </message>
    <message>
        <source>用下面的数字填</source>
        <translation>Use the keys below</translation>
    </message>
    <message>
        <source>答案</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>FilterPane</name>
    <message>
        <source>上一年</source>
        <translation>Year before</translation>
    </message>
    <message>
        <source>下一年</source>
        <translation>Year after</translation>
    </message>
    <message>
        <source>点另一头的月</source>
        <translation>Touch the other end</translation>
    </message>
    <message>
        <source>连选几个月</source>
        <translation>Several months</translation>
    </message>
    <message>
        <source>就看这些</source>
        <translation>Show these</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>别的类别</source>
        <translation>Other topics</translation>
    </message>
</context>
<context>
    <name>FilterTray</name>
    <message>
        <source>找一找</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>FindField</name>
    <message>
        <source>碰这里，写要查的字</source>
        <translation>Touch here and write the words</translation>
    </message>
    <message>
        <source>查</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>要查的字</source>
        <translation>Words to find</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>哪一条
说到它？</source>
        <translation>Which article
says so?</translation>
    </message>
    <message>
        <source>少写几个字，或者换一个说法</source>
        <translation>Write fewer letters, or put it another way</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>从第一处看起</source>
        <translation>Start at the first place</translation>
    </message>
</context>
<context>
    <name>FindViewModel</name>
    <message>
        <source>写两三个字，比如“工资”</source>
        <translation>Two or three characters, such as “工资” (wages)</translation>
    </message>
    <message>
        <source>没有“%1”</source>
        <translation>“%1” is not in it</translation>
    </message>
    <message>
        <source>%1 处，在 %2 条里</source>
        <translation>%1 places in %2 articles</translation>
    </message>
    <message>
        <source>第 %1 处，共 %2 处</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1 处</source>
        <translation>%1 places</translation>
    </message>
</context>
<context>
    <name>Floor</name>
    <message>
        <source>没有记下来，这次不算。请再试一次，还不行就告诉值班员。</source>
        <translation>It was not recorded and does not count. Try again, or tell the staff.</translation>
    </message>
    <message>
        <source>%3年%1月%2日</source>
        <translation>%3-%1-%2</translation>
    </message>
    <message>
        <source>%1月%2日</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>FrontTray</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>这张卡我来接</source>
        <translation>I take this card</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next card</translation>
    </message>
    <message>
        <source>下一张求助卡，现在是第 %1 张，共 %2 张</source>
        <translation>Next help card; this is %1 of %2</translation>
    </message>
    <message>
        <source>我挂一张</source>
        <translation>Write one</translation>
    </message>
</context>
<context>
    <name>GalleryRoom</name>
    <message>
        <source>照片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>第 %1 张，共 %2 张</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>前一张</source>
        <translation>Previous picture</translation>
    </message>
    <message>
        <source>后一张</source>
        <translation>Next picture</translation>
    </message>
    <message>
        <source>放大看</source>
        <translation>Enlarge</translation>
    </message>
    <message>
        <source>缺</source>
        <translation>?</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>值班时间到了，门已锁上</source>
        <translation>Time is up: the door is locked</translation>
    </message>
    <message>
        <source>没做完的，再输一次密码接着做</source>
        <translation>Enter the PIN again to go on</translation>
    </message>
</context>
<context>
    <name>HallWall</name>
    <message>
        <source>这一件不能挂成大厅屏</source>
        <translation>This cannot hang in the hall</translation>
    </message>
    <message>
        <source>评选的结果墙可以</source>
        <translation>The results of a contest can</translation>
    </message>
</context>
<context>
    <name>HandoffSheet</name>
    <message>
        <source>手机扫一扫，把这张卡带走</source>
        <translation>Scan with a phone to take this card away</translation>
    </message>
    <message>
        <source>手机扫一扫，没网也能看</source>
        <translation>Scan it. Readable offline</translation>
    </message>
    <message>
        <source>手机扫一扫，不用联网</source>
        <translation>Scan it. No network needed</translation>
    </message>
    <message>
        <source>还有这些和它有关</source>
        <translation>Goes with this</translation>
    </message>
    <message>
        <source>下一个 %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>HandoffViewModel</name>
    <message>
        <source>出处：%1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>也说到%1</source>
        <translation>Also about %1</translation>
    </message>
    <message>
        <source>讲到%1</source>
        <translation>Cites %1</translation>
    </message>
    <message>
        <source>同一部法</source>
        <translation>The same law</translation>
    </message>
    <message>
        <source>都说到“%1”</source>
        <translation>Both about “%1”</translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>第 %1 号</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>求助卡</source>
        <translation>Help card</translation>
    </message>
    <message>
        <source>想要：%1</source>
        <translation>Wish: %1</translation>
    </message>
    <message>
        <source>想要：还没写</source>
        <translation>Wish: not written yet</translation>
    </message>
</context>
<context>
    <name>HintBox</name>
    <message>
        <source>看一条提示</source>
        <translation>Show me a hint</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Hint</translation>
    </message>
    <message>
        <source>再看一条</source>
        <translation>One more</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>先锋屏</source>
        <translation>Pioneer Kiosk</translation>
    </message>
    <message>
        <source>歇十分钟，
认识
一个人。</source>
        <translation>Take ten.
Meet
someone.</translation>
    </message>
    <message>
        <source>歇十分钟 认识一个人</source>
        <translation>Take ten. Meet someone.</translation>
    </message>
    <message>
        <source>%1
读一读，也可以听</source>
        <translation>%1
read aloud</translation>
    </message>
    <message>
        <source>找一找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>拼音、姓名</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>拼音</source>
        <translation>Pinyin</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>歇这么久，有 %1 样</source>
        <translation>%1 to choose from</translation>
    </message>
    <message>
        <source>位</source>
        <translation>here</translation>
    </message>
    <message>
        <source>内容还没到</source>
        <translation>Nothing here yet</translation>
    </message>
    <message>
        <source>内容一到就会自己出现在这里，不用做什么</source>
        <translation>It will appear here by itself</translation>
    </message>
</context>
<context>
    <name>HomeViewModel</name>
    <message>
        <source>今日展出 %1</source>
        <translation>On show today: %1</translation>
    </message>
    <message>
        <source>播放单</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>%1 个，%2 分钟</source>
        <translation>%1 items, %2 minutes</translation>
    </message>
    <message>
        <source>历史上的今天</source>
        <translation>On this day</translation>
    </message>
    <message>
        <source>%1 年</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>刷一下卡，
或者按卡号</source>
        <translation>Swipe your card,
or type its number</translation>
    </message>
    <message>
        <source>请按工号</source>
        <translation>Your worker number</translation>
    </message>
    <message>
        <source>这一票要投给 %1 号《%2》。</source>
        <translation>This vote is for %1, “%2”.</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>号码只用来数票，屏里不留原样。</source>
        <translation>The number only counts votes; it is not kept as it is.</translation>
    </message>
</context>
<context>
    <name>JudgeTile</name>
    <message>
        <source>已选</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>JumpPad</name>
    <message>
        <source>退一格</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>JumpPage</name>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>翻到这一条</source>
        <translation>Open this article</translation>
    </message>
</context>
<context>
    <name>JumpViewModel</name>
    <message>
        <source>从%1到%2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>没有第 %1 条</source>
        <translation>There is no Article %1</translation>
    </message>
</context>
<context>
    <name>LanguageKey</name>
    <message>
        <source>中</source>
        <translation>中</translation>
    </message>
    <message>
        <source>英</source>
        <translation>EN</translation>
    </message>
</context>
<context>
    <name>Lantern</name>
    <message>
        <source>猜中了</source>
        <translation>guessed</translation>
    </message>
    <message>
        <source>看过谜底</source>
        <translation>answer seen</translation>
    </message>
</context>
<context>
    <name>LanternViewModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>甲乙丙丁</source>
        <translation>ABCD</translation>
    </message>
    <message>
        <source>先在键盘上选好汉字</source>
        <translation>Choose the characters on the keyboard first</translation>
    </message>
    <message>
        <source>不是“%1”，还能猜 %2 次</source>
        <translation>Not “%1”. Guesses left: %2</translation>
    </message>
    <message>
        <source>第%1盏&#x3000;能猜 %2 次</source>
        <translation>Lantern %1 · guesses: %2</translation>
    </message>
</context>
<context>
    <name>LanternWallViewModel</name>
    <message>
        <source>%1盏都猜过了</source>
        <translation>All %1 lanterns tried</translation>
    </message>
    <message>
        <source>今天挂%1盏</source>
        <translation>%1 lanterns</translation>
    </message>
    <message>
        <source>一盏也没亮</source>
        <translation>none is lit</translation>
    </message>
    <message>
        <source>等你来猜</source>
        <translation>waiting for you</translation>
    </message>
    <message>
        <source>全都亮了</source>
        <translation>and all are lit</translation>
    </message>
    <message>
        <source>亮了%1盏</source>
        <translation>%1 lit</translation>
    </message>
</context>
<context>
    <name>LeaveSheet</name>
    <message>
        <source>讲完了，下讲台？</source>
        <translation>Finished? Leave the stage?</translation>
    </message>
    <message>
        <source>讲了 %1，每一步的时间会记进活动记录，屏幕回到首页。</source>
        <translation>You spoke for %1. The time of each step goes into the record, and the screen goes back to its start.</translation>
    </message>
    <message>
        <source>到场</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>接着讲</source>
        <translation>Go on speaking</translation>
    </message>
    <message>
        <source>下讲台</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>LectureScreen</name>
    <message>
        <source>先彩排</source>
        <translation>Rehearse</translation>
    </message>
    <message>
        <source>开始讲课</source>
        <translation>Start the lecture</translation>
    </message>
</context>
<context>
    <name>LectureViewModel</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>听 %1 分</source>
        <translation>Told %1</translation>
    </message>
    <message>
        <source>看 %1 分</source>
        <translation>Seen %1</translation>
    </message>
    <message>
        <source>动手 %1 分</source>
        <translation>Together %1</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>录像</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>讲</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>讲稿第 %1 页</source>
        <translation>Page %1 of the deck</translation>
    </message>
    <message>
        <source>看图</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>劳模故事</source>
        <translation>Story</translation>
    </message>
    <message>
        <source>节目片段</source>
        <translation>Part of a programme</translation>
    </message>
    <message>
        <source>现场抢答</source>
        <translation>Quiz in teams</translation>
    </message>
    <message>
        <source>举手</source>
        <translation>Show of hands</translation>
    </message>
    <message>
        <source>猜灯谜</source>
        <translation>Riddles</translation>
    </message>
    <message>
        <source>提建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>看故事</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>看节目</source>
        <translation>Watch</translation>
    </message>
    <message>
        <source>去答题</source>
        <translation>Quiz</translation>
    </message>
    <message>
        <source>去猜谜</source>
        <translation>Guess</translation>
    </message>
</context>
<context>
    <name>LedgerCell</name>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Write it down</translation>
    </message>
</context>
<context>
    <name>LedgerPane</name>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>正在照着记录填</source>
        <translation>Filling it from the records</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出到 U 盘</source>
        <translation>Export to the stick</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>只看缺的</source>
        <translation>Only gaps</translation>
    </message>
</context>
<context>
    <name>LessonAsk</name>
    <message>
        <source>差一点。再看一遍，或者换个答案再试。</source>
        <translation>Not quite. Look again, or try another answer.</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步。答对了。</source>
        <translation>Step %1 of %2. Correct.</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步。%3</source>
        <translation>Step %1 of %2. %3</translation>
    </message>
    <message>
        <source>照先后碰一遍，碰错了再碰一下。</source>
        <translation>Touch them in order; touch again to undo.</translation>
    </message>
    <message>
        <source>下一步：%1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>学完了，领证书</source>
        <translation>Done: get the certificate</translation>
    </message>
    <message>
        <source>换个答案</source>
        <translation>Another answer</translation>
    </message>
    <message>
        <source>就这样排</source>
        <translation>This order</translation>
    </message>
    <message>
        <source>就选这个</source>
        <translation>Choose this</translation>
    </message>
    <message>
        <source>再看一遍</source>
        <translation>Look again</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>学成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>学习证书</source>
        <translation>Certificate of learning</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Worker no. %1</translation>
    </message>
    <message>
        <source>本机的钟没对准，日期请工会填写</source>
        <translation>This kiosk&apos;s clock is wrong: the office writes the date</translation>
    </message>
    <message>
        <source>第 %1 版，共 %2 步</source>
        <translation>Edition %1, %2 steps</translation>
    </message>
    <message>
        <source>证书号，工会凭它查得到</source>
        <translation>Number; the office can look it up</translation>
    </message>
    <message>
        <source>证书的二维码</source>
        <translation>QR code of the certificate</translation>
    </message>
    <message>
        <source>手机扫一扫，带走</source>
        <translation>Scan it to take it along</translation>
    </message>
    <message>
        <source>收好了，换下一位学</source>
        <translation>Done: next person, please</translation>
    </message>
</context>
<context>
    <name>LessonFinish</name>
    <message>
        <source>%1 步都学完了</source>
        <translation>All %1 steps are done</translation>
    </message>
    <message>
        <source>姓名，印在证书上；不写也行</source>
        <translation>Name on the certificate; optional</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>工号 %1</source>
        <translation>Worker no. %1</translation>
    </message>
    <message>
        <source>工号，日后好核对；不写也行</source>
        <translation>Worker number, to check it later; optional</translation>
    </message>
    <message>
        <source>姓名和工号本机都不留，只留一个用来核对的暗号。</source>
        <translation>Neither name nor number stays here, only a code to check them by.</translation>
    </message>
    <message>
        <source>正在存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>领证书</source>
        <translation>Get the certificate</translation>
    </message>
</context>
<context>
    <name>LessonLearn</name>
    <message>
        <source>看刚才那道题</source>
        <translation>The question again</translation>
    </message>
    <message>
        <source>停一停，考一题</source>
        <translation>Stop for a question</translation>
    </message>
    <message>
        <source>看懂了，下一步：%1</source>
        <translation>Got it. Next: %1</translation>
    </message>
    <message>
        <source>看懂了，去领证书</source>
        <translation>Got it: to the certificate</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步，还有 %3 分钟</source>
        <translation>Step %1 of %2, %3 min left</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步，都学完了</source>
        <translation>Step %1 of %2, all done</translation>
    </message>
    <message>
        <source>收起短片</source>
        <translation>Close the film</translation>
    </message>
    <message>
        <source>看短片：%1</source>
        <translation>Film: %1</translation>
    </message>
</context>
<context>
    <name>LessonQuestionViewModel</name>
    <message>
        <source>甲乙丙丁</source>
        <translation>ABCD</translation>
    </message>
</context>
<context>
    <name>LessonStart</name>
    <message>
        <source>%1 步</source>
        <translation>%1 steps</translation>
    </message>
    <message>
        <source>一步考一题</source>
        <translation>a question at each</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>学错可以再看</source>
        <translation>look again any time</translation>
    </message>
    <message>
        <source>一张证书</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>学完就给</source>
        <translation>when all is done</translation>
    </message>
    <message>
        <source>报工号，下次接着学</source>
        <translation>Give your number, go on next time</translation>
    </message>
    <message>
        <source>开始学</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>LessonWho</name>
    <message>
        <source>报上工号，下次接着学</source>
        <translation>Your number, to go on next time</translation>
    </message>
    <message>
        <source>也可以刷卡。本机不留工号，只留一个用来核对的暗号。</source>
        <translation>Or swipe a card. The number is not kept, only a code to check it by.</translation>
    </message>
    <message>
        <source>工号，至少 3 位</source>
        <translation>Number, at least 3 digits</translation>
    </message>
    <message>
        <source>不报了</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>就是这个号</source>
        <translation>This number</translation>
    </message>
</context>
<context>
    <name>LetterViewModel</name>
    <message>
        <source>写满了，加不下这一句。</source>
        <translation>It is full; this phrase does not fit.</translation>
    </message>
    <message>
        <source>没有存上，你写的还在。</source>
        <translation>It was not stored. What you wrote is still here.</translation>
    </message>
    <message>
        <source>这块屏这会儿存不进去。再交一次试试，不行就去工会办公室。</source>
        <translation>This screen cannot store it just now. Send it again; if that fails, go to the union&apos;s office.</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>存下</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>写在这里</source>
        <translation>Write here</translation>
    </message>
</context>
<context>
    <name>LinePane</name>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
</context>
<context>
    <name>LinksRoom</name>
    <message>
        <source>接着看</source>
        <translation>Go on with</translation>
    </message>
    <message>
        <source>%1 个故事和节目</source>
        <translation>%1 stories and programmes</translation>
    </message>
    <message>
        <source>能听</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>他们也是
这样干出来的。</source>
        <translation>They worked
the same way.</translation>
    </message>
</context>
<context>
    <name>ListSheet</name>
    <message>
        <source>点名字签到</source>
        <translation>Touch a name</translation>
    </message>
    <message>
        <source>哪个班组</source>
        <translation>Which team</translation>
    </message>
    <message>
        <source>别的班组</source>
        <translation>Other teams</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>到了</source>
        <translation>here</translation>
    </message>
    <message>
        <source>%1 人</source>
        <translation>%1 people</translation>
    </message>
</context>
<context>
    <name>ListenCell</name>
    <message>
        <source>第 %1 句</source>
        <translation>Sentence %1</translation>
    </message>
    <message>
        <source>正在读</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>接着听</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>听本页</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>本页没有朗读</source>
        <translation>No audio here</translation>
    </message>
    <message>
        <source>第 %1 句，共 %2 句</source>
        <translation>Sentence %1 of %2</translation>
    </message>
</context>
<context>
    <name>ListenPanel</name>
    <message>
        <source>共 %1</source>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>上一句</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>停一下</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>接着读</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>下一句</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>语速 %1×</source>
        <translation>Speed %1×</translation>
    </message>
</context>
<context>
    <name>LivePanel</name>
    <message>
        <source>数举手：一共 %1 只手</source>
        <translation>Hands: %1 in all</translation>
    </message>
    <message>
        <source>分几组抢答？</source>
        <translation>How many teams?</translation>
    </message>
    <message>
        <source>比完了</source>
        <translation>That was it</translation>
    </message>
    <message>
        <source>答案：%1</source>
        <translation>Answer: %1</translation>
    </message>
    <message>
        <source>第 %1 题，共 %2 题</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>一条一条猜，喊出来算</source>
        <translation>One at a time; called out counts</translation>
    </message>
    <message>
        <source>猜完了，猜中 %1 条</source>
        <translation>Done, %1 solved</translation>
    </message>
    <message>
        <source>谜底：%1</source>
        <translation>Answer: %1</translation>
    </message>
    <message>
        <source>第 %1 条，共 %2 条</source>
        <translation>Riddle %1 of %2</translation>
    </message>
    <message>
        <source>说了建议的，数一数</source>
        <translation>Count who spoke</translation>
    </message>
    <message>
        <source>到了 %1 人，签到 %2 人</source>
        <translation>%1 here, %2 signed in</translation>
    </message>
    <message>
        <source>点过 %1 位，在座 %2 位</source>
        <translation>%1 called, %2 in the room</translation>
    </message>
    <message>
        <source>还没有人签到，也没有数人头</source>
        <translation>Nobody has signed in or been counted</translation>
    </message>
    <message>
        <source>在座 %1 位</source>
        <translation>%1 in the room</translation>
    </message>
    <message>
        <source>收起结果</source>
        <translation>Hide result</translation>
    </message>
    <message>
        <source>亮结果</source>
        <translation>Show result</translation>
    </message>
    <message>
        <source>撤一下</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>回到讲稿</source>
        <translation>Back to slides</translation>
    </message>
    <message>
        <source>出第一条</source>
        <translation>First riddle</translation>
    </message>
    <message>
        <source>再给提示</source>
        <translation>Next hint</translation>
    </message>
    <message>
        <source>猜中了</source>
        <translation>guessed</translation>
    </message>
    <message>
        <source>亮谜底</source>
        <translation>Show answer</translation>
    </message>
    <message>
        <source>下一条</source>
        <translation>Next riddle</translation>
    </message>
    <message>
        <source>说了建议的人数</source>
        <translation>People who spoke</translation>
    </message>
    <message>
        <source>数人头（没签到的也在内）</source>
        <translation>Head count (signed in or not)</translation>
    </message>
    <message>
        <source>报工号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>看名单</source>
        <translation>List</translation>
    </message>
    <message>
        <source>刷卡直接刷</source>
        <translation>Cards: just swipe</translation>
    </message>
    <message>
        <source>点一位</source>
        <translation>Call somebody</translation>
    </message>
    <message>
        <source>抽几个</source>
        <translation>Winners</translation>
    </message>
    <message>
        <source>封名单，亮指纹</source>
        <translation>Seal list, show fingerprint</translation>
    </message>
    <message>
        <source>抽下一个</source>
        <translation>Draw the next</translation>
    </message>
    <message>
        <source>公布种子</source>
        <translation>Tell the seed</translation>
    </message>
    <message>
        <source>抽完了，种子已公布，这张抽奖单记进了这一讲的记录。</source>
        <translation>Drawn, and the seed is told. The slip is in the record of this lecture.</translation>
    </message>
</context>
<context>
    <name>LiveSheet</name>
    <message>
        <source>签到、点名、抽奖盖住大屏上的讲稿，收起就回来。</source>
        <translation>Signing in, calls and draws cover the slides until you put them away.</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Call a name</translation>
    </message>
    <message>
        <source>抽奖</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>试音</source>
        <translation>Sound</translation>
    </message>
</context>
<context>
    <name>LiveViewModel</name>
    <message>
        <source>幸运奖</source>
        <translation>Lucky prize</translation>
    </message>
    <message>
        <source>%1 已经签过了</source>
        <translation>%1 has signed in already</translation>
    </message>
    <message>
        <source>%1 签到了</source>
        <translation>%1 signed in</translation>
    </message>
    <message>
        <source>这台屏还没有名册，报工号或数人头</source>
        <translation>No roster here: type numbers or count heads</translation>
    </message>
</context>
<context>
    <name>LogsViewModel</name>
    <message>
        <source>上次出了错</source>
        <translation>Last run: a fault</translation>
    </message>
    <message>
        <source>上次断在中间</source>
        <translation>Last run: cut off</translation>
    </message>
    <message>
        <source>上次正常关的</source>
        <translation>Last run: in order</translation>
    </message>
    <message>
        <source>没有上次</source>
        <translation>No run before</translation>
    </message>
    <message>
        <source>%1 次出错</source>
        <translation>%1 errors</translation>
    </message>
    <message>
        <source>没有出错</source>
        <translation>No errors</translation>
    </message>
    <message>
        <source>黑匣子里的事，断电也在。碰一行看全；“导出到U盘”连它一起带走。</source>
        <translation>From the black box, which a power cut does not empty. Touch a line to read all of it; “export” takes the box along.</translation>
    </message>
    <message>
        <source>这里是开机以来的事。碰一行看全。开机以前的在“上次”里。</source>
        <translation>What happened since the start. Touch a line to read all of it. What was before is under “Before”.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>出错</source>
        <translation>Errors</translation>
    </message>
    <message>
        <source>更新</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>上次</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>没成</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>错</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>正在写</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>导出到U盘</source>
        <translation>Export to stick</translation>
    </message>
    <message>
        <source>%1 写好了，也读回来核对过，可以拔U盘</source>
        <translation>%1 was written and read back; the stick may be pulled out</translation>
    </message>
    <message>
        <source>没有插U盘。插上再来一次。</source>
        <translation>There is no stick. Put one in and try again.</translation>
    </message>
    <message>
        <source>U盘写不进去：满了、写保护，或坏了。换一个试试。</source>
        <translation>The stick cannot be written: full, protected or broken. Try another one.</translation>
    </message>
</context>
<context>
    <name>LookupPage</name>
    <message>
        <source>有一个字抄错了，再对一对</source>
        <translation>One character is wrong; please compare</translation>
    </message>
    <message>
        <source>这块屏上没有这条，到交的那块屏再看看</source>
        <translation>Not known here; try the screen you sent it from</translation>
    </message>
    <message>
        <source>正在找…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>输入回执编号</source>
        <translation>Enter your code</translation>
    </message>
    <message>
        <source>九个字，没有数字 0、1，也没有字母 I、L、O。</source>
        <translation>Nine characters, without the digits 0 and 1 and the letters I, L and O.</translation>
    </message>
    <message>
        <source>删掉一个字</source>
        <translation>Delete one</translation>
    </message>
    <message>
        <source>全部重输</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>回到意见箱</source>
        <translation>Back to the list</translation>
    </message>
</context>
<context>
    <name>LowerRow</name>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>先锋屏</source>
        <translation>Pioneer Kiosk</translation>
    </message>
</context>
<context>
    <name>MainKeys</name>
    <message>
        <source>上一页</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>亮屏</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>黑屏</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>白屏</source>
        <translation>White</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>这条已废止</source>
        <translation>Repealed</translation>
    </message>
    <message>
        <source>这条%1改过</source>
        <translation>This article was amended on %1</translation>
    </message>
    <message>
        <source>已被修改</source>
        <translation>Amended since</translation>
    </message>
    <message>
        <source>已经废止</source>
        <translation>Repealed</translation>
    </message>
    <message>
        <source>现行有效</source>
        <translation>In force</translation>
    </message>
    <message>
        <source>还没施行</source>
        <translation>Not yet in force</translation>
    </message>
    <message>
        <source>请看日期</source>
        <translation>See the date</translation>
    </message>
    <message>
        <source>%1废止</source>
        <translation>Repealed on %1</translation>
    </message>
    <message>
        <source>%1起施行</source>
        <translation>From %1</translation>
    </message>
</context>
<context>
    <name>MatchBoard</name>
    <message>
        <source>比完了</source>
        <translation>That was it</translation>
    </message>
    <message>
        <source>第 %1 题，共 %2 题</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>抢！</source>
        <translation>Go!</translation>
    </message>
    <message>
        <source>请答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>%1 领先</source>
        <translation>%1 in the lead</translation>
    </message>
    <message>
        <source>第 %1 组</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>没有哪组</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>答案：%1</source>
        <translation>Answer: %1</translation>
    </message>
    <message>
        <source>第 %1 组 答过了</source>
        <translation>Team %1: had its turn</translation>
    </message>
</context>
<context>
    <name>MatchPanel</name>
    <message>
        <source>开抢</source>
        <translation>Open buzzers</translation>
    </message>
    <message>
        <source>答对了</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>答错了</source>
        <translation>Wrong</translation>
    </message>
    <message>
        <source>亮答案</source>
        <translation>Show answer</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看总分</source>
        <translation>Final score</translation>
    </message>
    <message>
        <source>第 %1 组</source>
        <translation>Team %1</translation>
    </message>
    <message>
        <source>第 %1 组
%2</source>
        <translation>Team %1
%2</translation>
    </message>
</context>
<context>
    <name>MatrixRows</name>
    <message>
        <source>下面还有几行</source>
        <translation>More lines below</translation>
    </message>
</context>
<context>
    <name>MediaStrip</name>
    <message>
        <source>停一下</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>再放</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>这段放不出来</source>
        <translation>This cannot be played</translation>
    </message>
    <message>
        <source>还有 %1</source>
        <translation>%1 left</translation>
    </message>
</context>
<context>
    <name>MissingScreen</name>
    <message>
        <source>先锋屏</source>
        <translation>Pioneer Kiosk</translation>
    </message>
    <message>
        <source>这一样要新版本才能看</source>
        <translation>This needs a newer version</translation>
    </message>
    <message>
        <source>这一样已经撤下来了</source>
        <translation>This has been taken down</translation>
    </message>
    <message>
        <source>这一样打不开</source>
        <translation>This won’t open</translation>
    </message>
    <message>
        <source>值班员更新先锋屏以后就能看了</source>
        <translation>It opens once staff update the kiosk</translation>
    </message>
    <message>
        <source>别的都能看</source>
        <translation>Everything else works</translation>
    </message>
    <message>
        <source>换一个看</source>
        <translation>See another</translation>
    </message>
</context>
<context>
    <name>ModeChips</name>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>每日一关</source>
        <translation>Daily gate</translation>
    </message>
    <message>
        <source>闯关</source>
        <translation>Challenge</translation>
    </message>
    <message>
        <source>考试</source>
        <translation>Exam</translation>
    </message>
    <message>
        <source>对抗赛</source>
        <translation>Duel</translation>
    </message>
    <message>
        <source>接力赛</source>
        <translation>Relay</translation>
    </message>
</context>
<context>
    <name>MoreBelow</name>
    <message>
        <source>还有 %1 项在下面</source>
        <translation>%1 more below</translation>
    </message>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>NetworkViewModel</name>
    <message>
        <source>单机运行</source>
        <translation>Runs alone</translation>
    </message>
    <message>
        <source>正在问来源</source>
        <translation>Asking the sources</translation>
    </message>
    <message>
        <source>来源都通</source>
        <translation>All sources answer</translation>
    </message>
    <message numerus="yes">
        <source>%n 处来源不通</source>
        <translation>
            <numerusform>%n source is silent</numerusform>
            <numerusform>%n sources are silent</numerusform>
        </translation>
    </message>
    <message>
        <source>接通了</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>没接通</source>
        <translation>Not connected</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>没有设来源：内容用U盘收，不联网也照常放。</source>
        <translation>No sources are set: content comes by stick, no network is needed.</translation>
    </message>
    <message>
        <source>碰一行看全地址。问来源只是敲门，不会收内容；收内容在“内容与更新”里。</source>
        <translation>Touch a row for the whole address. Asking only knocks; content is fetched under “Content”.</translation>
    </message>
    <message>
        <source>通</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>断</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>正在问</source>
        <translation>Asking</translation>
    </message>
    <message>
        <source>再问一次</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>%1 毫秒</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>在问</source>
        <translation>Asking</translation>
    </message>
    <message>
        <source>空的</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>能打开，但里面没有发布的内容</source>
        <translation>It opens, but nobody has published there</translation>
    </message>
    <message>
        <source>找不到</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>没有这个文件夹或地址，看看网线和名字</source>
        <translation>Nothing there: check cable, name</translation>
    </message>
    <message>
        <source>不让进</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>对方在，但不让进，找网管开权限</source>
        <translation>It is there but refuses: ask the network administrator</translation>
    </message>
    <message>
        <source>没回音</source>
        <translation>Silent</translation>
    </message>
    <message>
        <source>6 秒没有回音，对方关机或网线松了</source>
        <translation>No answer in 6 seconds: switched off, or a loose cable</translation>
    </message>
</context>
<context>
    <name>NewPinViewModel</name>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>%1的密码，4 到 12 位数字。别用 1234，也别写在机器上。</source>
        <translation>PIN: %1. 4 to 12 digits; not 1234, and do not write it on the kiosk.</translation>
    </message>
    <message>
        <source>就用它</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>两次不一样，从头再来</source>
        <translation>They differ: begin again</translation>
    </message>
</context>
<context>
    <name>NextOffer</name>
    <message>
        <source>%1 秒后放下一段</source>
        <translation>Next in %1 s</translation>
    </message>
    <message>
        <source>现在放</source>
        <translation>Play now</translation>
    </message>
    <message>
        <source>先不放</source>
        <translation>Not now</translation>
    </message>
</context>
<context>
    <name>NextSlide</name>
    <message>
        <source>讲完了</source>
        <translation>The end</translation>
    </message>
</context>
<context>
    <name>NominatePage</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>事迹</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>提名谁</source>
        <translation>Whom do you nominate?</translation>
    </message>
    <message>
        <source>哪个车间、班组</source>
        <translation>Which workshop or team?</translation>
    </message>
    <message>
        <source>做了什么，为什么提名</source>
        <translation>What did they do, and why nominate them?</translation>
    </message>
    <message>
        <source>身边有好样的，
写下来。</source>
        <translation>Somebody near you
does well? Write.</translation>
    </message>
    <message>
        <source>交上去的提名由工会核实，不在屏上公布。</source>
        <translation>The union checks nominations; they are not shown here.</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>看一遍，没错就交上去。</source>
        <translation>Read it once more, then hand it in.</translation>
    </message>
    <message>
        <source>三项都写上才能交。</source>
        <translation>Fill in all three first.</translation>
    </message>
    <message>
        <source>正在交…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>把提名交给工会</source>
        <translation>Hand it to the union</translation>
    </message>
</context>
<context>
    <name>NominatedPage</name>
    <message>
        <source>提名收到</source>
        <translation>Nomination received</translation>
    </message>
    <message>
        <source>已经记下来了，谢谢你。</source>
        <translation>It is recorded. Thank you.</translation>
    </message>
    <message>
        <source>工会核实以后，会贴出候选名单。</source>
        <translation>The union checks it and then posts the candidates.</translation>
    </message>
    <message>
        <source>回到评选</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>再提一位</source>
        <translation>One more</translation>
    </message>
</context>
<context>
    <name>NominationViewModel</name>
    <message>
        <source>一次最多提 %1 位</source>
        <translation>At most %1 nominations at a time</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>只有你看得到：%1</source>
        <translation>Only you see this: %1</translation>
    </message>
    <message>
        <source>要讲到：%1</source>
        <translation>Must be said: %1</translation>
    </message>
    <message>
        <source>这一页没有备注</source>
        <translation>No notes for this page</translation>
    </message>
</context>
<context>
    <name>NumberAnswer</name>
    <message>
        <source>用下面的数字填</source>
        <translation>Use the figures below</translation>
    </message>
    <message>
        <source>退一格</source>
        <translation>One back</translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>负号</source>
        <translation>Minus</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>退一格</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>小数点</source>
        <translation>Decimal point</translation>
    </message>
</context>
<context>
    <name>OfficeWindow</name>
    <message>
        <source>先锋屏报表</source>
        <translation>Pioneer Kiosk reports</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>OptionLine</name>
    <message>
        <source>已选</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>OrderContact</name>
    <message>
        <source>你来接这张卡</source>
        <translation>You take this card</translation>
    </message>
    <message>
        <source>怎么找你们</source>
        <translation>How to reach you</translation>
    </message>
    <message>
        <source>第 1 步，共 2 步</source>
        <translation>Step 1 of 2</translation>
    </message>
    <message>
        <source>第 2 步，共 3 步</source>
        <translation>Step 2 of 3</translation>
    </message>
    <message>
        <source>先写车间班组</source>
        <translation>First your team</translation>
    </message>
    <message>
        <source>先写车间电话</source>
        <translation>First the workshop phone</translation>
    </message>
    <message>
        <source>看一遍再交</source>
        <translation>Check it first</translation>
    </message>
    <message>
        <source>车间班组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>碰这里写：三车间二班</source>
        <translation>Touch and write: Shop 3, team 2</translation>
    </message>
    <message>
        <source>车间电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>碰这里写：内线就行</source>
        <translation>Touch and write: the extension will do</translation>
    </message>
    <message>
        <source>姓名（可不写）</source>
        <translation>Name (optional)</translation>
    </message>
    <message>
        <source>不写也行</source>
        <translation>You may leave it empty</translation>
    </message>
    <message>
        <source>打车间电话</source>
        <translation>Call the workshop</translation>
    </message>
    <message>
        <source>到车间来看</source>
        <translation>Come to the workshop</translation>
    </message>
    <message>
        <source>开门时我们过来</source>
        <translation>We come when you are open</translation>
    </message>
</context>
<context>
    <name>OrderPage</name>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>难题写在这里</source>
        <translation>The problem goes here</translation>
    </message>
</context>
<context>
    <name>OrderReceipt</name>
    <message>
        <source>已收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>存好了，停电也不会丢</source>
        <translation>It is stored; a power cut will not lose it</translation>
    </message>
    <message>
        <source>记下了，回工作室</source>
        <translation>Noted, back to the studio</translation>
    </message>
    <message>
        <source>回执编号</source>
        <translation>Receipt code</translation>
    </message>
    <message>
        <source>抄下这九个字，或用手机拍下来。</source>
        <translation>Write these nine characters down, or take a photo.</translation>
    </message>
    <message>
        <source>去办公室或工作室问的时候，报这个编号。</source>
        <translation>Say this code when you ask at the office or the studio.</translation>
    </message>
    <message>
        <source>这里只显示这一次。</source>
        <translation>It is shown only once.</translation>
    </message>
    <message>
        <source>一二三</source>
        <translation>123</translation>
    </message>
</context>
<context>
    <name>OrderReview</name>
    <message>
        <source>打车间电话 %1</source>
        <translation>Call the workshop, %1</translation>
    </message>
    <message>
        <source>到车间来看</source>
        <translation>Come to the workshop</translation>
    </message>
    <message>
        <source>开门时我们过来</source>
        <translation>We come when you are open</translation>
    </message>
    <message>
        <source>车间班组</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>怎么找</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>车间电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>没写，也行</source>
        <translation>Not given, that is fine</translation>
    </message>
    <message>
        <source>方面</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>看一遍，接下它</source>
        <translation>Check, then take it</translation>
    </message>
    <message>
        <source>看一遍，挂上去</source>
        <translation>Check, then hang it up</translation>
    </message>
    <message>
        <source>第 2 步，共 2 步</source>
        <translation>Step 2 of 2</translation>
    </message>
    <message>
        <source>第 3 步，共 3 步</source>
        <translation>Step 3 of 3</translation>
    </message>
    <message>
        <source>正在存……</source>
        <translation>Storing…</translation>
    </message>
    <message>
        <source>我来接</source>
        <translation>I take it</translation>
    </message>
    <message>
        <source>挂上去</source>
        <translation>Hang it up</translation>
    </message>
    <message>
        <source>改一改</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>交上去就封好，只有办公室打得开。
办公室看过，才挂到墙上；电话和姓名不上墙。</source>
        <translation>It is sealed at once; only the office can open it.
The office reads it before it goes on the wall; phone and name never do.</translation>
    </message>
    <message>
        <source>交给办公室。办公室看过，才挂到墙上；电话和姓名不上墙。</source>
        <translation>It goes to the office, which reads it before it goes on the wall; phone and name never do.</translation>
    </message>
    <message>
        <source>这里是演示，别写真事：演示用的钥匙，谁都打得开。
办公室看过，才挂到墙上；电话和姓名不上墙。</source>
        <translation>A demonstration, so nothing real: anybody can open what its key seals.
The office reads it first; phone and name never go on the wall.</translation>
    </message>
</context>
<context>
    <name>OrderTile</name>
    <message>
        <source>%1，排第 %2</source>
        <translation>%1, number %2</translation>
    </message>
</context>
<context>
    <name>OrderViewModel</name>
    <message>
        <source>写满了，加不下这一句。</source>
        <translation>It is full; this phrase does not fit.</translation>
    </message>
    <message>
        <source>再挂一次试试，不行就直接去工作室。</source>
        <translation>Try once more, or go to the studio.</translation>
    </message>
    <message>
        <source>没有存上，你写的还在。</source>
        <translation>It was not stored. What you wrote is still here.</translation>
    </message>
</context>
<context>
    <name>OrderWrite</name>
    <message>
        <source>把难题写下来</source>
        <translation>Write the problem down</translation>
    </message>
    <message>
        <source>先选一个方面</source>
        <translation>First choose a field</translation>
    </message>
    <message>
        <source>先写难题</source>
        <translation>First the problem</translation>
    </message>
    <message>
        <source>接着写怎么找你</source>
        <translation>Next: how to reach you</translation>
    </message>
    <message>
        <source>第 1 步，共 3 步</source>
        <translation>Step 1 of 3</translation>
    </message>
    <message>
        <source>先不写</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>难题</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>碰这里写：什么东西，怎么不好</source>
        <translation>Touch and write: what is wrong with what</translation>
    </message>
    <message>
        <source>想要什么（可不写）</source>
        <translation>Wish (optional)</translation>
    </message>
    <message>
        <source>碰这里写：希望变成什么样</source>
        <translation>Touch and write: how it should be</translation>
    </message>
    <message>
        <source>哪方面</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>不想打字，碰一句</source>
        <translation>Rather not type? Touch a phrase</translation>
    </message>
    <message>
        <source>回到上面</source>
        <translation>Back to the top</translation>
    </message>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>PadSheet</name>
    <message>
        <source>工号</source>
        <translation>Worker no.</translation>
    </message>
    <message>
        <source>多少</source>
        <translation>How many</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>就这些</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>PeopleRoom</name>
    <message>
        <source>这里有谁</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>会什么</source>
        <translation>What they know about</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>成员，%1 种角色</source>
        <translation>Members: %1 roles</translation>
    </message>
    <message>
        <source>荣誉，%1 项</source>
        <translation>Honours: %1</translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message numerus="yes">
        <source>%n 人次</source>
        <translation>
            <numerusform>%n honour</numerusform>
            <numerusform>%n honours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 位</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>正在取内容</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>这一页打不开</source>
        <translation>This page won’t open</translation>
    </message>
    <message>
        <source>还没有写明的荣誉</source>
        <translation>No honours given yet</translation>
    </message>
    <message>
        <source>还没有人物</source>
        <translation>Nobody here yet</translation>
    </message>
    <message>
        <source>别的都能看，它会自己修好</source>
        <translation>Everything else works. This will mend itself</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 人次在下面</source>
        <translation>
            <numerusform>%n more honour below</numerusform>
            <numerusform>%n more honours below</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>还有 %n 位在下面</source>
        <translation>
            <numerusform>%n more person below</numerusform>
            <numerusform>%n more people below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleViewModel</name>
    <message>
        <source>%1年代</source>
        <translation>%1s</translation>
    </message>
    <message>
        <source>年份没有写明</source>
        <translation>Year not given</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>从 %1 年到 %2 年</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>%1 个行业</source>
        <translation>%1 trades</translation>
    </message>
    <message>
        <source>从%1到%2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>按年代</source>
        <translation>By era</translation>
    </message>
    <message>
        <source>按行业</source>
        <translation>By trade</translation>
    </message>
    <message>
        <source>荣誉年表</source>
        <translation>Honours</translation>
    </message>
</context>
<context>
    <name>PeopleWall</name>
    <message>
        <source>荣誉年表</source>
        <translation>Honours</translation>
    </message>
    <message>
        <source>人物墙</source>
        <translation>People</translation>
    </message>
    <message>
        <source>一年一年，名字都在</source>
        <translation>Year by year, by name</translation>
    </message>
    <message>
        <source>他们都在这里</source>
        <translation>They are all here</translation>
    </message>
</context>
<context>
    <name>PeopleWays</name>
    <message>
        <source>人物墙</source>
        <translation>People</translation>
    </message>
    <message>
        <source>荣誉年表</source>
        <translation>Honours</translation>
    </message>
</context>
<context>
    <name>PictureBlock</name>
    <message>
        <source>看大图：%1</source>
        <translation>Enlarge: %1</translation>
    </message>
</context>
<context>
    <name>PictureLook</name>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>看左边</source>
        <translation>Look left</translation>
    </message>
    <message>
        <source>看上边</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>看下边</source>
        <translation>Look down</translation>
    </message>
    <message>
        <source>看右边</source>
        <translation>Look right</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PictureViewer</name>
    <message>
        <source>缩小</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PinScreen</name>
    <message>
        <source>值班</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>删掉一位</source>
        <translation>Delete a digit</translation>
    </message>
</context>
<context>
    <name>PinViewModel</name>
    <message>
        <source>先歇一会儿</source>
        <translation>Wait a while</translation>
    </message>
    <message>
        <source>请输入密码</source>
        <translation>Enter the PIN</translation>
    </message>
    <message>
        <source>请输入开机码</source>
        <translation>Enter the setup code</translation>
    </message>
    <message>
        <source>这台机器还没有密码。开机码 8 位，装机的人用 kiosk pin code 看。</source>
        <translation>This kiosk has no PIN yet. The setup code has 8 digits; kiosk pin code shows it.</translation>
    </message>
    <message>
        <source>这里是值班员的地方。走错了，按“首页”就回去。</source>
        <translation>This is for the staff. Touch Home to go back.</translation>
    </message>
    <message>
        <source>这一页要%1的密码。</source>
        <translation>This page needs the PIN of: %1.</translation>
    </message>
    <message>
        <source>进去</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>试错太多次了，到时间再试</source>
        <translation>Too many wrong PINs. Try again when the time is up</translation>
    </message>
    <message>
        <source>密码对，可这一页要%1的密码</source>
        <translation>Right, but this page needs the PIN of: %1</translation>
    </message>
    <message>
        <source>不对，还可以试 %1 次</source>
        <translation>Wrong PIN. Tries left: %1</translation>
    </message>
</context>
<context>
    <name>PlainBox</name>
    <message>
        <source>大白话</source>
        <translation>In plain words</translation>
    </message>
    <message>
        <source>工会写的说明，以条文为准</source>
        <translation>The union&apos;s explanation; the article decides</translation>
    </message>
</context>
<context>
    <name>PlanBar</name>
    <message>
        <source>%1 分钟，%2 步</source>
        <translation>%1 minutes, %2 steps</translation>
    </message>
</context>
<context>
    <name>PlayerControls</name>
    <message>
        <source>10 秒</source>
        <translation>10 s</translation>
    </message>
    <message>
        <source>退 10 秒</source>
        <translation>Back 10 s</translation>
    </message>
    <message>
        <source>停一下</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>再放一遍</source>
        <translation>Play again</translation>
    </message>
    <message>
        <source>接着放</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>开始放</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>进 10 秒</source>
        <translation>Forward 10 s</translation>
    </message>
</context>
<context>
    <name>PlayerLists</name>
    <message>
        <source>文字稿</source>
        <translation>Transcript</translation>
    </message>
    <message>
        <source>介绍</source>
        <translation>About</translation>
    </message>
    <message>
        <source>这一辑</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>字幕 开</source>
        <translation>Captions on</translation>
    </message>
    <message>
        <source>字幕 关</source>
        <translation>Captions off</translation>
    </message>
</context>
<context>
    <name>PlaylistRow</name>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看过</source>
        <translation>Seen</translation>
    </message>
</context>
<context>
    <name>PlaylistScreen</name>
    <message>
        <source>%1 · %2 分钟</source>
        <translation>%1 · %2 min</translation>
    </message>
    <message>
        <source>别的播放单</source>
        <translation>Other playlists</translation>
    </message>
    <message>
        <source>正在取内容</source>
        <translation>Loading</translation>
    </message>
    <message>
        <source>这一页打不开</source>
        <translation>This page won’t open</translation>
    </message>
    <message>
        <source>这个播放单不在了</source>
        <translation>This playlist is gone</translation>
    </message>
    <message>
        <source>别的都能看，它会自己修好</source>
        <translation>Everything else works. This will mend itself</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>下一个 %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>再从头看一遍</source>
        <translation>Once more from the start</translation>
    </message>
    <message>
        <source>从头看 %1 分钟</source>
        <translation>Play all, %1 minutes</translation>
    </message>
    <message>
        <source>从头看</source>
        <translation>From the start</translation>
    </message>
</context>
<context>
    <name>PlaylistWall</name>
    <message>
        <source>播放单</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>min</translation>
    </message>
    <message>
        <source>共 %1 个，一个接一个</source>
        <translation>%1 items, one after another</translation>
    </message>
</context>
<context>
    <name>PowerViewModel</name>
    <message>
        <source>擦屏与关机</source>
        <translation>Screen and power</translation>
    </message>
    <message>
        <source>先按“开始擦屏”，再擦。布要拧干，不往屏上直接喷水。数到零，屏自己解锁。</source>
        <translation>Touch “Start wiping” first. Wring the cloth out, and do not spray onto the glass. At zero the screen unlocks itself.</translation>
    </message>
    <message>
        <source>屏黑着，程序还在跑；碰一下就亮。每天几点亮、几点黑，在“设置”里定。</source>
        <translation>The screen is dark and the program runs on; a touch lights it. The daily hours are in the settings.</translation>
    </message>
    <message>
        <source>屏上正在看的会停下；记录一条不丢，下次开机接着用。</source>
        <translation>What is on the screen stops. No record is lost.</translation>
    </message>
    <message>
        <source>这次不是由看护程序启动的：程序停了，要有人在电脑上再启动它。</source>
        <translation>Nobody watches this run: once stopped, somebody must start it again at the computer.</translation>
    </message>
    <message>
        <source>正在收内容</source>
        <translation>Content is being copied</translation>
    </message>
    <message>
        <source>现在关会断在中间，下次接着收。最好等收完。</source>
        <translation>Stopping now cuts it off; it goes on the next time. Better wait.</translation>
    </message>
    <message>
        <source>%1 秒里碰哪儿都没有反应</source>
        <translation>No touch counts for %1 seconds</translation>
    </message>
    <message>
        <source>擦屏</source>
        <translation>Wipe the glass</translation>
    </message>
    <message>
        <source>熄屏</source>
        <translation>Screen off</translation>
    </message>
    <message>
        <source>现在就黑，碰一下再亮</source>
        <translation>Dark now, on again at a touch</translation>
    </message>
    <message>
        <source>重启程序</source>
        <translation>Restart the kiosk</translation>
    </message>
    <message>
        <source>几秒钟，设置改过以后用它</source>
        <translation>Some seconds; after settings were changed</translation>
    </message>
    <message>
        <source>重启本机</source>
        <translation>Reboot the machine</translation>
    </message>
    <message>
        <source>一两分钟，机器不听话时用它</source>
        <translation>A minute or two; when the machine misbehaves</translation>
    </message>
    <message>
        <source>关机</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>闭馆、搬动、断电以前</source>
        <translation>Before closing, moving or unplugging</translation>
    </message>
    <message>
        <source>开始擦屏</source>
        <translation>Start wiping</translation>
    </message>
    <message>
        <source>现在熄屏</source>
        <translation>Screen off now</translation>
    </message>
    <message>
        <source>现在重启程序？</source>
        <translation>Restart the kiosk now?</translation>
    </message>
    <message>
        <source>现在重启本机？</source>
        <translation>Reboot the machine now?</translation>
    </message>
    <message>
        <source>现在关机？再开要有人按电源键。</source>
        <translation>Switch off now? Somebody must press the power key to start it again.</translation>
    </message>
    <message>
        <source>重启</source>
        <translation>Restart</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>观众看到的是黑屏</source>
        <translation>The audience sees black</translation>
    </message>
    <message>
        <source>观众看到的是白屏</source>
        <translation>The audience sees white</translation>
    </message>
    <message>
        <source>已定格：观众停在第 %1 页</source>
        <translation>Held: the audience stays on page %1</translation>
    </message>
</context>
<context>
    <name>QueryField</name>
    <message>
        <source>找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>想找谁？</source>
        <translation>Find someone</translation>
    </message>
</context>
<context>
    <name>QuizAnswered</name>
    <message>
        <source>看成绩</source>
        <translation>See result</translation>
    </message>
    <message>
        <source>下一题</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>排对了</source>
        <translation>In place</translation>
    </message>
    <message>
        <source>选对了</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>正确答案</source>
        <translation>Right answer</translation>
    </message>
    <message>
        <source>漏选了</source>
        <translation>Missed</translation>
    </message>
    <message>
        <source>你填的</source>
        <translation>Your answer</translation>
    </message>
    <message>
        <source>你选的</source>
        <translation>Your choice</translation>
    </message>
    <message>
        <source>你排第 %1</source>
        <translation>You put it no. %1</translation>
    </message>
    <message>
        <source>已答对 %1 题</source>
        <translation>%1 right so far</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>出处：%1</source>
        <translation>Source: %1</translation>
    </message>
</context>
<context>
    <name>QuizBoard</name>
    <message>
        <source>排行榜</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>你在第 %1 名。</source>
        <translation>You are number %1.</translation>
    </message>
    <message>
        <source>%1 个人上了榜。</source>
        <translation>%1 on the board.</translation>
    </message>
    <message>
        <source>等第一个人上榜。</source>
        <translation>Nobody yet.</translation>
    </message>
    <message>
        <source>分一样，用时少的在前。名字只露头尾。</source>
        <translation>Ties go to the faster. Names are masked.</translation>
    </message>
    <message>
        <source>按人</source>
        <translation>People</translation>
    </message>
    <message>
        <source>按车间</source>
        <translation>Workshops</translation>
    </message>
    <message>
        <source>按班组</source>
        <translation>By team</translation>
    </message>
    <message>
        <source>后面还有</source>
        <translation>More below</translation>
    </message>
    <message>
        <source>去答题</source>
        <translation>To the quiz</translation>
    </message>
</context>
<context>
    <name>QuizBoardViewModel</name>
    <message>
        <source>用时 %1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 人里来了 %2 人，%3%</source>
        <translation>%2 of %1 people, %3%</translation>
    </message>
</context>
<context>
    <name>QuizConfirm</name>
    <message>
        <source>领奖码是什么</source>
        <translation>Prize code</translation>
    </message>
    <message>
        <source>操作人输密码</source>
        <translation>Operator: PIN</translation>
    </message>
    <message>
        <source>操作人按工号</source>
        <translation>Operator: number</translation>
    </message>
    <message>
        <source>见证人按工号</source>
        <translation>Witness: number</translation>
    </message>
    <message>
        <source>见证人定签名码</source>
        <translation>Witness: choose a code</translation>
    </message>
    <message>
        <source>签名码再来一遍</source>
        <translation>The code once more</translation>
    </message>
    <message>
        <source>见证人签名</source>
        <translation>Witness: your code</translation>
    </message>
    <message>
        <source>正在记下</source>
        <translation>Keeping it</translation>
    </message>
    <message>
        <source>六个字，中奖的人在“查我的票”里看得到。一个码只能领一次。</source>
        <translation>Six characters that the winner finds under My ticket. A code works once.</translation>
    </message>
    <message>
        <source>值班的人输这台机器的密码。</source>
        <translation>Whoever is on duty enters the PIN of this kiosk.</translation>
    </message>
    <message>
        <source>记下是谁操作的，只露头尾。也可以刷卡。</source>
        <translation>It is kept who did it, masked. A card will do.</translation>
    </message>
    <message>
        <source>要另一个人来按自己的工号，不能代。也可以刷卡。</source>
        <translation>Somebody else enters their own number. A card will do.</translation>
    </message>
    <message>
        <source>六位数字，只有见证人知道，操作人请转过身去。抽奖、发奖都要用它。</source>
        <translation>Six digits only the witness knows; operator, please turn away. Drawing and handing out need it.</translation>
    </message>
    <message>
        <source>和刚才一样的六位数字。</source>
        <translation>The same six digits.</translation>
    </message>
    <message>
        <source>见证人自己定的六位数字，操作人请转过身去。</source>
        <translation>Six digits the witness chose; operator, please turn away.</translation>
    </message>
    <message>
        <source>发出%1</source>
        <translation>Hand out %1</translation>
    </message>
    <message>
        <source>封名单，公布指纹</source>
        <translation>Seal the list</translation>
    </message>
    <message>
        <source>两个人都到了，接着抽</source>
        <translation>Both are here, go on</translation>
    </message>
    <message>
        <source>换成这位见证人</source>
        <translation>Take this witness</translation>
    </message>
    <message>
        <source>领奖</source>
        <translation>Prize</translation>
    </message>
    <message>
        <source>抽奖</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>操作人</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>见证人</source>
        <translation>Witness</translation>
    </message>
    <message>
        <source>还没报</source>
        <translation>not yet</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>换见证人</source>
        <translation>Other witness</translation>
    </message>
</context>
<context>
    <name>QuizDraw</name>
    <message>
        <source>%1 开抽</source>
        <translation>Draw on %1</translation>
    </message>
    <message>
        <source>名单还没有封</source>
        <translation>List still open</translation>
    </message>
    <message>
        <source>名单封好了，可以开抽</source>
        <translation>List sealed</translation>
    </message>
    <message>
        <source>抽完了，谁都能重算</source>
        <translation>Done: check it yourself</translation>
    </message>
    <message>
        <source>%1 号请到台前</source>
        <translation>Number %1, please</translation>
    </message>
    <message>
        <source>你的票是 %1 号。</source>
        <translation>Your ticket is %1. </translation>
    </message>
    <message>
        <source>中了！领奖码 %1</source>
        <translation>You won! Code %1</translation>
    </message>
    <message>
        <source>%1 张票，抽 %2 张，已抽 %3 张。</source>
        <translation>%1 tickets, %2 to draw, %3 drawn.</translation>
    </message>
    <message>
        <source>已领，领奖码 %1</source>
        <translation>Given out, code %1</translation>
    </message>
    <message>
        <source>种子指纹  %1 已公布</source>
        <translation>Seed fingerprint, shown at %1</translation>
    </message>
    <message>
        <source>种子指纹</source>
        <translation>Seed fingerprint</translation>
    </message>
    <message>
        <source>封好名单就出来</source>
        <translation>Shown when the list is sealed</translation>
    </message>
    <message>
        <source>种子已公布在抽奖单上，对一对指纹</source>
        <translation>The seed is on the slip: compare the fingerprint</translation>
    </message>
    <message>
        <source>抽完公布种子，谁都能重算；对不上就不算数</source>
        <translation>The seed is told afterwards; anybody can check</translation>
    </message>
    <message>
        <source>还有 %1 份</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>领走 %1，余 %2</source>
        <translation>%1 given, %2 left</translation>
    </message>
    <message>
        <source>先把够分的人封进名单，同时定下一颗种子，公布指纹。每个号码都由种子算出来，名单和种子谁也改不了。抽完公布种子，照着抽奖单就能重算一遍。</source>
        <translation>Everybody with enough points goes on a sealed list, together with a secret seed whose fingerprint is shown. Every number follows from the seed; neither can be changed. Afterwards the seed is told, and anybody can compute the draw again from the slip.</translation>
    </message>
    <message>
        <source>封名单，公布指纹</source>
        <translation>Seal the list</translation>
    </message>
    <message>
        <source>公布种子，收场</source>
        <translation>Tell the seed</translation>
    </message>
    <message>
        <source>抽%1</source>
        <translation>Draw %1</translation>
    </message>
    <message>
        <source>凭码领奖，还有 %1 份</source>
        <translation>Hand out, %1 left</translation>
    </message>
    <message>
        <source>都领完了</source>
        <translation>All handed out</translation>
    </message>
    <message>
        <source>请操作人和见证人</source>
        <translation>Call both people</translation>
    </message>
    <message>
        <source>换人查</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>查我的票</source>
        <translation>My ticket</translation>
    </message>
    <message>
        <source>看奖项</source>
        <translation>Prizes</translation>
    </message>
    <message>
        <source>抽奖单</source>
        <translation>Slip</translation>
    </message>
    <message>
        <source>怎么抽的</source>
        <translation>How</translation>
    </message>
</context>
<context>
    <name>QuizDuel</name>
    <message>
        <source>蓝方 %1 分</source>
        <translation>Blue %1</translation>
    </message>
    <message>
        <source>红方 %1 分</source>
        <translation>Red %1</translation>
    </message>
    <message>
        <source>对抗赛</source>
        <translation>Duel</translation>
    </message>
    <message>
        <source>蓝方赢了。</source>
        <translation>Blue wins.</translation>
    </message>
    <message>
        <source>红方赢了。</source>
        <translation>Red wins.</translation>
    </message>
    <message>
        <source>打成平手。</source>
        <translation>A draw.</translation>
    </message>
    <message>
        <source>两个人，
一人站一边。</source>
        <translation>Two people,
one on each side.</translation>
    </message>
    <message>
        <source>换个玩法</source>
        <translation>Other modes</translation>
    </message>
    <message>
        <source>再比一局</source>
        <translation>Once more</translation>
    </message>
</context>
<context>
    <name>QuizOptions</name>
    <message>
        <source>第 %1</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>已选</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>QuizProgress</name>
    <message>
        <source>第 %1 题，共 %2 题&#x3000;%3</source>
        <translation>Question %1 of %2, %3</translation>
    </message>
    <message>
        <source>第 %1 题，共 %2 题</source>
        <translation>Question %1 of %2</translation>
    </message>
</context>
<context>
    <name>QuizQuestion</name>
    <message>
        <source>可以选几个</source>
        <translation>Pick one or more</translation>
    </message>
    <message>
        <source>对还是错</source>
        <translation>True or false</translation>
    </message>
    <message>
        <source>照先后碰一遍</source>
        <translation>Touch them in order</translation>
    </message>
    <message>
        <source>填一个数</source>
        <translation>Enter a number</translation>
    </message>
    <message>
        <source>把空填上</source>
        <translation>Fill the gap</translation>
    </message>
    <message>
        <source>就选这 %1 个</source>
        <translation>Choose these %1</translation>
    </message>
    <message>
        <source>就选这些</source>
        <translation>Choose these</translation>
    </message>
    <message>
        <source>就这样排</source>
        <translation>That’s the order</translation>
    </message>
    <message>
        <source>就填这个</source>
        <translation>That’s my answer</translation>
    </message>
    <message>
        <source>就选这个</source>
        <translation>Choose this</translation>
    </message>
    <message>
        <source>下面还有选项</source>
        <translation>More answers below</translation>
    </message>
    <message>
        <source>撤一步</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>QuizQuestionViewModel</name>
    <message>
        <source>甲乙丙丁戊己庚辛</source>
        <translation>ABCDEFGH</translation>
    </message>
</context>
<context>
    <name>QuizRelay</name>
    <message>
        <source>接力赛</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>%1赢了</source>
        <translation>%1 wins</translation>
    </message>
    <message>
        <source>%1领先 %2 题</source>
        <translation>%1 leads by %2</translation>
    </message>
    <message>
        <source>一样快</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>第 %1 棒，共 %2 棒</source>
        <translation>Leg %1 of %2</translation>
    </message>
    <message>
        <source>四棒都跑完了。</source>
        <translation>All four legs are run.</translation>
    </message>
    <message>
        <source>下一个：%1，第 %2 棒。</source>
        <translation>Next: %1, leg %2.</translation>
    </message>
    <message>
        <source>甲乙丙丁</source>
        <translation>ABCD</translation>
    </message>
    <message>
        <source>%1：对了，往前一格。</source>
        <translation>%1: right, one step on.</translation>
    </message>
    <message>
        <source>%1：差一点，接着来。</source>
        <translation>%1: not quite, go on.</translation>
    </message>
    <message>
        <source>%1 在跑，答对一题往前一格。</source>
        <translation>%1 is running: each right answer is a step.</translation>
    </message>
    <message>
        <source>答对的题一样多，用时少的在前。</source>
        <translation>Equal scores: less time is ahead.</translation>
    </message>
    <message>
        <source>每棒最多 15 题，时间到就交棒。跑的人站到屏前来。</source>
        <translation>15 questions a leg at most; time up hands over. Runner to the screen, please.</translation>
    </message>
    <message>
        <source>换个玩法</source>
        <translation>Other modes</translation>
    </message>
    <message>
        <source>再跑一场</source>
        <translation>Run again</translation>
    </message>
    <message>
        <source>%1，接棒开跑</source>
        <translation>%1, take the baton</translation>
    </message>
</context>
<context>
    <name>QuizResult</name>
    <message>
        <source>%1 题答对 %2 题，答对 %3 题过关</source>
        <translation>%2 of %1 right, %3 to pass</translation>
    </message>
    <message>
        <source>%1 题答对 %2 题</source>
        <translation>%2 of %1 right</translation>
    </message>
    <message>
        <source>一共答了 %1 题</source>
        <translation>%1 questions answered</translation>
    </message>
    <message>
        <source>正在记分…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>%1 记上 %2 分，共 %3 分</source>
        <translation>%1: %2 more, %3 points</translation>
    </message>
    <message>
        <source>%1 共 %2 分，这一次没有多出来的分</source>
        <translation>%1: %2 points, none added this time</translation>
    </message>
    <message>
        <source>这几题再看一眼</source>
        <translation>Look at these again</translation>
    </message>
    <message>
        <source>接着看</source>
        <translation>See next</translation>
    </message>
    <message>
        <source>回到列表</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>换个玩法</source>
        <translation>Other modes</translation>
    </message>
    <message>
        <source>排行榜</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>明天再来</source>
        <translation>Tomorrow again</translation>
    </message>
    <message>
        <source>再试，还有 %1 次</source>
        <translation>Again: %1 left</translation>
    </message>
    <message>
        <source>再闯一次</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>逐题看卷子</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>再来一套</source>
        <translation>Another round</translation>
    </message>
</context>
<context>
    <name>QuizSign</name>
    <message>
        <source>请刷一下
你的卡</source>
        <translation>Please show
your card</translation>
    </message>
    <message>
        <source>你的工号
是多少</source>
        <translation>Your worker
number?</translation>
    </message>
    <message>
        <source>给自己
起个名</source>
        <translation>Choose
a name</translation>
    </message>
    <message>
        <source>榜上只露头尾，中间盖住。</source>
        <translation>The board shows only both ends of it.</translation>
    </message>
    <message>
        <source>%1。榜上只露头尾，中间盖住。</source>
        <translation>%1. The board shows only both ends of it.</translation>
    </message>
    <message>
        <source>用下面的数字按工号</source>
        <translation>Type it on the pad</translation>
    </message>
    <message>
        <source>碰这里写名字，最多 12 个字</source>
        <translation>Touch to write, up to 12 characters</translation>
    </message>
    <message>
        <source>先选车间，再刷卡</source>
        <translation>Workshop first, then the card</translation>
    </message>
    <message>
        <source>你在哪个车间</source>
        <translation>Your workshop</translation>
    </message>
    <message>
        <source>读到了，正在查</source>
        <translation>Read, looking it up</translation>
    </message>
    <message>
        <source>等你刷卡</source>
        <translation>Waiting for a card</translation>
    </message>
    <message>
        <source>卡贴近读卡器，听到一声就好。</source>
        <translation>Hold it to the reader until it beeps.</translation>
    </message>
    <message>
        <source>先不刷，回到开头</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>就是我，开始</source>
        <translation>That&apos;s me, begin</translation>
    </message>
</context>
<context>
    <name>QuizStart</name>
    <message>
        <source>%1 题</source>
        <translation>%1 questions</translation>
    </message>
    <message>
        <source>闯到错</source>
        <translation>Until wrong</translation>
    </message>
    <message>
        <source>抢答</source>
        <translation>Be quick</translation>
    </message>
    <message>
        <source>4 棒</source>
        <translation>4 legs</translation>
    </message>
    <message>
        <source>今天大家同样的题</source>
        <translation>the same for all today</translation>
    </message>
    <message>
        <source>答错一题就停</source>
        <translation>one mistake ends it</translation>
    </message>
    <message>
        <source>同一份卷子</source>
        <translation>the same paper</translation>
    </message>
    <message>
        <source>两个人站一起</source>
        <translation>two people</translation>
    </message>
    <message>
        <source>车间轮着上</source>
        <translation>workshops in turn</translation>
    </message>
    <message>
        <source>从 %1 题里抽</source>
        <translation>drawn from %1</translation>
    </message>
    <message>
        <source>一轮答完</source>
        <translation>in one round</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>不计时</source>
        <translation>No clock</translation>
    </message>
    <message>
        <source>%1 分钟</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>每题的时间</source>
        <translation>for each question</translation>
    </message>
    <message>
        <source>慢慢想</source>
        <translation>take your time</translation>
    </message>
    <message>
        <source>整份卷子</source>
        <translation>for the paper</translation>
    </message>
    <message>
        <source>每个人跑多久</source>
        <translation>for each runner</translation>
    </message>
    <message>
        <source>%1 次</source>
        <translation>%1 tries</translation>
    </message>
    <message>
        <source>5 格</source>
        <translation>5 knots</translation>
    </message>
    <message>
        <source>答对就过关</source>
        <translation>right to pass</translation>
    </message>
    <message>
        <source>今天还能试</source>
        <translation>left today</translation>
    </message>
    <message>
        <source>取最好的一次</source>
        <translation>the best counts</translation>
    </message>
    <message>
        <source>领先就赢</source>
        <translation>ahead wins</translation>
    </message>
    <message>
        <source>排行榜</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>抽奖</source>
        <translation>Draw</translation>
    </message>
    <message>
        <source>%1，换人</source>
        <translation>%1: change</translation>
    </message>
    <message>
        <source>还没报名</source>
        <translation>Not signed in</translation>
    </message>
    <message>
        <source>今天的次数用完了</source>
        <translation>No tries left today</translation>
    </message>
    <message>
        <source>闯今天这一关</source>
        <translation>Today&apos;s gate</translation>
    </message>
    <message>
        <source>开始闯关</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>这份卷子考过了</source>
        <translation>Exam taken</translation>
    </message>
    <message>
        <source>开始考试</source>
        <translation>Begin the exam</translation>
    </message>
    <message>
        <source>两个人都站好了，开始</source>
        <translation>Both are here, begin</translation>
    </message>
    <message>
        <source>各队站好，开始</source>
        <translation>Teams ready, begin</translation>
    </message>
    <message>
        <source>开始答题</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>RatingTray</name>
    <message>
        <source>记下了，你打了 %1 分。</source>
        <translation>Noted: you gave it %1. </translation>
    </message>
    <message>
        <source>答复得怎么样？1 分不满意，5 分很满意</source>
        <translation>How good is the answer? 1 poor, 5 very good</translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>Rating %1</translation>
    </message>
</context>
<context>
    <name>ReadArea</name>
    <message>
        <source>回到上面</source>
        <translation>Back to the top</translation>
    </message>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>ReadPane</name>
    <message>
        <source>回到上面</source>
        <translation>Back to the top</translation>
    </message>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>ReceiptPage</name>
    <message>
        <source>交上去了，
收好回执</source>
        <translation>It is in.
Keep the code</translation>
    </message>
    <message>
        <source>抄下来，或者拍下来。</source>
        <translation>Write it down, or photograph it.</translation>
    </message>
    <message>
        <source>回执编号</source>
        <translation>Receipt code</translation>
    </message>
    <message>
        <source>回执的二维码</source>
        <translation>The receipt as a QR code</translation>
    </message>
    <message>
        <source>抄下来，
或者拍下来</source>
        <translation>Write it down,
or photograph it</translation>
    </message>
    <message>
        <source>办公室答复以后，到任何一块屏的“查编号”里输入它，就看得到。</source>
        <translation>When the office has answered, touch “Find mine” on any screen and enter it.</translation>
    </message>
    <message>
        <source>屏上不留底，
离开就找不回了。</source>
        <translation>The screen keeps no copy:
once you leave, it is gone.</translation>
    </message>
    <message>
        <source>记好了</source>
        <translation>I have it</translation>
    </message>
    <message>
        <source>再提一条</source>
        <translation>Write another</translation>
    </message>
</context>
<context>
    <name>ReceiptViewModel</name>
    <message>
        <source>意见回执 %1
在任何一块屏的意见箱里点“查编号”，就能看到答复。</source>
        <translation>Receipt %1
Touch “Find mine” in the suggestion box of any screen to read the answer.</translation>
    </message>
</context>
<context>
    <name>RehearsalScreen</name>
    <message>
        <source>彩排：%1</source>
        <translation>Rehearsal: %1</translation>
    </message>
    <message>
        <source>计划 %1</source>
        <translation>Planned %1</translation>
    </message>
    <message>
        <source>计划 %1
练了 %2</source>
        <translation>Planned %1
Practised %2</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>存成 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>试音</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>练一遍</source>
        <translation>Practise</translation>
    </message>
</context>
<context>
    <name>RehearsalViewModel</name>
    <message>
        <source>正在一步一步打开…</source>
        <translation>Opening every step…</translation>
    </message>
    <message>
        <source>没存成</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>存在 %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>正在试放，%1 / %2</source>
        <translation>Playing media, %1 of %2</translation>
    </message>
</context>
<context>
    <name>RelayLanes</name>
    <message>
        <source>一</source>
        <translation>1</translation>
    </message>
    <message>
        <source>二</source>
        <translation>2</translation>
    </message>
    <message>
        <source>三</source>
        <translation>3</translation>
    </message>
    <message>
        <source>四</source>
        <translation>4</translation>
    </message>
</context>
<context>
    <name>ReportExport</name>
    <message>
        <source>插好 U 盘，这里会认出来</source>
        <translation>Put a stick in: it will be noticed here</translation>
    </message>
    <message>
        <source>存到 %1</source>
        <translation>Saved to %1</translation>
    </message>
    <message>
        <source>U 盘上没有备好的文件夹，会新建“%1”</source>
        <translation>The stick has no folder prepared for reports; “%1” will be made</translation>
    </message>
    <message>
        <source>写进 U 盘上备好的 %1</source>
        <translation>Into %1, prepared on the stick</translation>
    </message>
    <message>
        <source>正在写，插着别动</source>
        <translation>Writing: leave it in</translation>
    </message>
    <message>
        <source>正在存</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>写到 U 盘</source>
        <translation>Write to the stick</translation>
    </message>
    <message>
        <source>存到电脑</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>ReportFilter</name>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>看 %1</source>
        <translation>See %1</translation>
    </message>
</context>
<context>
    <name>ReportLedger</name>
    <message>
        <source>台账</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>还没有一行</source>
        <translation>Not a line yet</translation>
    </message>
    <message>
        <source>都齐了，可以迎检</source>
        <translation>Complete: ready for inspection</translation>
    </message>
    <message>
        <source>还缺 %1 处</source>
        <translation>%1 gaps</translation>
    </message>
    <message>
        <source>%1，%2 行，自动填到今天</source>
        <translation>%1: %2 lines, filled from the records up to today</translation>
    </message>
    <message>
        <source>缺 %1</source>
        <translation>Missing: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 行</source>
        <translation>%1 lines</translation>
    </message>
    <message>
        <source>第 %1 号</source>
        <translation>No. %1</translation>
    </message>
</context>
<context>
    <name>ReportWall</name>
    <message>
        <source>报表</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>这段日子没有记录。换个月份，或换个车间看看。</source>
        <translation>There are no records of these days. Try another month or workshop.</translation>
    </message>
</context>
<context>
    <name>ReportsScreen</name>
    <message>
        <source>还没有人用过</source>
        <translation>Nobody has used it yet</translation>
    </message>
    <message>
        <source>正在数记录，%1%</source>
        <translation>Counting the records: %1%</translation>
    </message>
    <message>
        <source>有人看、有人答以后，这里就有数了。</source>
        <translation>Numbers come with the first visitors.</translation>
    </message>
    <message>
        <source>第一次要数全部，往后只数新的。走开也不会白数。</source>
        <translation>The first time all of them are counted, later only new ones. Leaving loses nothing.</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ReportsViewModel</name>
    <message>
        <source>%1 条记录，到 %2，不含姓名</source>
        <translation>%1 records up to %2, without names</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ResultBars</name>
    <message>
        <source>人少，不列</source>
        <translation>Too few, not shown</translation>
    </message>
</context>
<context>
    <name>Results</name>
    <message>
        <source>后面的</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>前面的</source>
        <translation>Previous</translation>
    </message>
</context>
<context>
    <name>ResultsRoom</name>
    <message>
        <source>%1 项专利</source>
        <translation>Patents: %1</translation>
    </message>
    <message>
        <source>%1 项成果</source>
        <translation>Results: %1</translation>
    </message>
    <message>
        <source>实心的在用，%1 项</source>
        <translation>Filled: in use, %1</translation>
    </message>
</context>
<context>
    <name>ResultsViewModel</name>
    <message>
        <source>平均，%1 是最好</source>
        <translation>means, %1 is best</translation>
    </message>
    <message>
        <source>平均得分，排第一得 %1 分</source>
        <translation>mean points, %1 for a first place</translation>
    </message>
    <message>
        <source>平均</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>people</translation>
    </message>
</context>
<context>
    <name>ReviewLine</name>
    <message>
        <source>不想答</source>
        <translation>Not answered</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>再看一遍，
就封起来</source>
        <translation>Read it again,
then seal it</translation>
    </message>
    <message>
        <source>没有留名</source>
        <translation>No name given</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>工号</source>
        <translation>Worker no.</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>这里是演示，别写真事</source>
        <translation>A demonstration: write nothing real</translation>
    </message>
    <message>
        <source>交给办公室，封着交</source>
        <translation>For the office, sealed</translation>
    </message>
    <message>
        <source>演示用的钥匙谁都有，封上了别人也打得开。</source>
        <translation>Everybody has the demonstration&apos;s key and could open it.</translation>
    </message>
    <message>
        <source>封上以后，这块屏上谁也打不开，管这块屏的人也不行。</source>
        <translation>Once sealed, nobody at this screen can open it, not even those who look after it.</translation>
    </message>
    <message>
        <source>正在封…</source>
        <translation>Sealing…</translation>
    </message>
    <message>
        <source>再交一次</source>
        <translation>Send it again</translation>
    </message>
    <message>
        <source>封好，交上去</source>
        <translation>Seal and send</translation>
    </message>
    <message>
        <source>再改改</source>
        <translation>Change it</translation>
    </message>
</context>
<context>
    <name>RiddleAnswerViewModel</name>
    <message>
        <source>猜中了</source>
        <translation>guessed</translation>
    </message>
    <message>
        <source>差一点</source>
        <translation>Nearly</translation>
    </message>
    <message>
        <source>看过谜底</source>
        <translation>answer seen</translation>
    </message>
</context>
<context>
    <name>RiddleAnswered</name>
    <message>
        <source>妙在哪里</source>
        <translation>How it works</translation>
    </message>
    <message>
        <source>出处：%1</source>
        <translation>Source: %1</translation>
    </message>
    <message>
        <source>猜下一盏</source>
        <translation>Guess the next one</translation>
    </message>
    <message>
        <source>看看亮了几盏</source>
        <translation>See how many are lit</translation>
    </message>
    <message>
        <source>回到灯墙</source>
        <translation>To the wall</translation>
    </message>
</context>
<context>
    <name>RiddleBoard</name>
    <message>
        <source>灯谜猜完了</source>
        <translation>All riddles done</translation>
    </message>
    <message>
        <source>第 %1 条，共 %2 条</source>
        <translation>Riddle %1 of %2</translation>
    </message>
    <message>
        <source>猜中 %1 条</source>
        <translation>%1 solved</translation>
    </message>
    <message>
        <source>提示 %1：%2</source>
        <translation>Hint %1: %2</translation>
    </message>
</context>
<context>
    <name>RiddleOpen</name>
    <message>
        <source>看选项</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>自己写</source>
        <translation>Write</translation>
    </message>
    <message>
        <source>前一盏</source>
        <translation>Lantern before</translation>
    </message>
    <message>
        <source>后一盏</source>
        <translation>Lantern after</translation>
    </message>
    <message>
        <source>就猜这个</source>
        <translation>That is my guess</translation>
    </message>
    <message>
        <source>看谜底</source>
        <translation>Show the answer</translation>
    </message>
</context>
<context>
    <name>RiddleWall</name>
    <message>
        <source>%1 · </source>
        <translation>%1 · </translation>
    </message>
    <message>
        <source>灯全亮了，月也圆了</source>
        <translation>All lit, and the moon is full</translation>
    </message>
    <message>
        <source>灯全亮，月就圆</source>
        <translation>All lit: a full moon</translation>
    </message>
</context>
<context>
    <name>RolesViewModel</name>
    <message>
        <source>谁能进</source>
        <translation>Who may come in</translation>
    </message>
    <message>
        <source>看状态，从U盘收内容，调音量，自检，关机。</source>
        <translation>Status, sticks, volume, self-test, power.</translation>
    </message>
    <message>
        <source>值班员能做的，加上内容与更新、统计与台账、日志。</source>
        <translation>What the staff may do, and content, reports, log.</translation>
    </message>
    <message>
        <source>什么都能做：设置、信任的单位、网络、密码。</source>
        <translation>Everything: settings, trust, network, PINs.</translation>
    </message>
    <message>
        <source>每种人一个密码，谁做了什么都记着。忘了密码，在终端运行 kiosk pin set。</source>
        <translation>A PIN for each role; what is done is recorded. Forgotten? Run kiosk pin set in a terminal.</translation>
    </message>
    <message>
        <source>有密码</source>
        <translation>Has a PIN</translation>
    </message>
    <message>
        <source>没有密码</source>
        <translation>No PIN</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>去掉密码</source>
        <translation>Remove the PIN</translation>
    </message>
    <message>
        <source>这个密码由启动命令或环境变量定，屏上改不了</source>
        <translation>Set on the command line or in the environment: it cannot be changed here</translation>
    </message>
    <message>
        <source>去掉%1的密码？以后这种人进不来。</source>
        <translation>Remove the PIN of: %1? They cannot come in any more.</translation>
    </message>
    <message>
        <source>去掉</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message>
        <source>往上</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>往下</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>回工作室</source>
        <translation>To the studio</translation>
    </message>
</context>
<context>
    <name>ScrollArea</name>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
    <message>
        <source>回到上面</source>
        <translation>Back to top</translation>
    </message>
</context>
<context>
    <name>ScrollPane</name>
    <message>
        <source>回到上面</source>
        <translation>Back to the top</translation>
    </message>
    <message>
        <source>下面还有</source>
        <translation>More below</translation>
    </message>
</context>
<context>
    <name>ScrubBar</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>找一找</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>想找谁？</source>
        <translation>Find someone</translation>
    </message>
    <message>
        <source>找到 %1 位</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>找到 %1 样</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>，第 %1 页，共 %2 页</source>
        <translation>, page %1 of %2</translation>
    </message>
    <message>
        <source>打拼音首字母就行</source>
        <translation>Pinyin initials will do</translation>
    </message>
    <message>
        <source>比如 wjx 就能找到王进喜</source>
        <translation>wjx finds Wang Jinxi</translation>
    </message>
    <message>
        <source>这会儿找不了</source>
        <translation>Search is not working</translation>
    </message>
    <message>
        <source>没有找到“%1”</source>
        <translation>Nothing for “%1”</translation>
    </message>
    <message>
        <source>按红色的“找”再试一次，别的都能看</source>
        <translation>Press the red Find to try again. Everything else works</translation>
    </message>
    <message>
        <source>少打几个字，或者只打拼音首字母</source>
        <translation>Type less, or only the pinyin initials</translation>
    </message>
</context>
<context>
    <name>SegmentViewModel</name>
    <message>
        <source>共 %1</source>
        <translation>Total %1</translation>
    </message>
</context>
<context>
    <name>SelfTestViewModel</name>
    <message>
        <source>%1 项没过</source>
        <translation>%1 failed</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-test</translation>
    </message>
    <message>
        <source>自检全过</source>
        <translation>All passed</translation>
    </message>
    <message>
        <source>屏上出现 20 格，每格碰一下。碰不亮的地方，手指就点不着。</source>
        <translation>Twenty cells appear: touch each of them. What stays light cannot be touched.</translation>
    </message>
    <message>
        <source>左边的喇叭响一声。声音从右边出来，就是线接反了。</source>
        <translation>The left speaker sounds. If the right one does, the cables are swapped.</translation>
    </message>
    <message>
        <source>右边的喇叭响一声。</source>
        <translation>The right speaker sounds.</translation>
    </message>
    <message>
        <source>把八种影音各放一秒，看这台机器放得出哪些。</source>
        <translation>Plays eight formats for a second each.</translation>
    </message>
    <message>
        <source>整屏红、绿、蓝、白、黑各看一遍，碰一下换下一种。找亮点、暗点、色斑。</source>
        <translation>Whole colours; touch for the next. Look for dead pixels and stains.</translation>
    </message>
    <message>
        <source>写 32 兆再读回来，看快慢，也看读的和写的是不是一样。</source>
        <translation>Writes 32 MB and reads it back: how fast, and whether it is the same.</translation>
    </message>
    <message>
        <source>问每个来源在不在。要几秒钟。</source>
        <translation>Asks every source. Takes some seconds.</translation>
    </message>
    <message>
        <source>看接了几块屏：讲课要第二块（投影机）。</source>
        <translation>Counts the screens: a lecture wants a second one (projector).</translation>
    </message>
    <message>
        <source>选一项，按“开始”。结果记着，状态页也看得到。</source>
        <translation>Choose a test and touch Start. The outcome is kept.</translation>
    </message>
    <message>
        <source>正在测</source>
        <translation>Testing</translation>
    </message>
    <message>
        <source>没测过</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>好</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>左边响了吗？</source>
        <translation>Did the left one sound?</translation>
    </message>
    <message>
        <source>右边响了吗？</source>
        <translation>Did the right one sound?</translation>
    </message>
    <message>
        <source>颜色匀不匀？有没有坏点？</source>
        <translation>Even colours? No dead pixels?</translation>
    </message>
    <message>
        <source>没听到</source>
        <translation>No</translation>
    </message>
    <message>
        <source>听到了</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>有毛病</source>
        <translation>Something is wrong</translation>
    </message>
    <message>
        <source>没毛病</source>
        <translation>All well</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>触摸</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>左声道</source>
        <translation>Left speaker</translation>
    </message>
    <message>
        <source>右声道</source>
        <translation>Right speaker</translation>
    </message>
    <message>
        <source>影音格式</source>
        <translation>Formats</translation>
    </message>
    <message>
        <source>屏幕颜色</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>磁盘快慢</source>
        <translation>Disk speed</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>第二块屏</source>
        <translation>Second screen</translation>
    </message>
    <message>
        <source>，%1 点里中 %2 点</source>
        <translation>, %2 of %1 points</translation>
    </message>
    <message>
        <source>，放不了 %1</source>
        <translation>, cannot play %1</translation>
    </message>
    <message>
        <source>，八种都能放</source>
        <translation>, plays all eight</translation>
    </message>
    <message>
        <source>，写 %1 兆/秒，读 %2 兆/秒</source>
        <translation>, writes %1 MB/s, reads %2 MB/s</translation>
    </message>
    <message>
        <source>，没有设来源</source>
        <translation>, no sources set</translation>
    </message>
    <message>
        <source>，%1 处里通 %2 处</source>
        <translation>, %2 of %1 answer</translation>
    </message>
    <message>
        <source>，接了 %1 块屏</source>
        <translation>, %1 screens</translation>
    </message>
</context>
<context>
    <name>SettingsViewModel</name>
    <message>
        <source>重启后生效</source>
        <translation>After a restart</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>This kiosk</translation>
    </message>
    <message>
        <source>碰一行，这里说它管什么、能填什么、是谁定的。</source>
        <translation>Touch a row: what it does, what it takes, and who set it.</translation>
    </message>
    <message>
        <source>可以填：%1</source>
        <translation>Allowed: %1</translation>
    </message>
    <message>
        <source>，重启后生效</source>
        <translation>, after a restart</translation>
    </message>
    <message>
        <source>这一项由%1定，屏上改不了</source>
        <translation>Set by %1: it cannot be changed here</translation>
    </message>
    <message>
        <source>启动命令</source>
        <translation>the command line</translation>
    </message>
    <message>
        <source>不改了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>存下</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>加一处</source>
        <translation>Add one</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>去掉最后一处</source>
        <translation>Remove the last</translation>
    </message>
    <message>
        <source>用回原来的</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>撤回上一次</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>现在重启</source>
        <translation>Restart now</translation>
    </message>
    <message>
        <source>现在重启程序？来访者正在看的会停下。</source>
        <translation>Restart now? What visitors look at stops.</translation>
    </message>
    <message>
        <source>重启</source>
        <translation>Restart</translation>
    </message>
    <message>
        <source>存好了，重启后生效</source>
        <translation>Saved; holds after a restart</translation>
    </message>
    <message>
        <source>存好了</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>设了</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>没设</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>空着</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>出厂就这样</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>屏上改的</source>
        <translation>Set on the glass</translation>
    </message>
    <message>
        <source>文件里写的</source>
        <translation>From the file</translation>
    </message>
    <message>
        <source>环境变量</source>
        <translation>From the environment</translation>
    </message>
    <message>
        <source>启动命令定的</source>
        <translation>From the command line</translation>
    </message>
    <message>
        <source>谁能进</source>
        <translation>Who may come in</translation>
    </message>
    <message>
        <source>值班员、工会干部、管理员各有密码</source>
        <translation>A PIN for each role</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>信任的单位</source>
        <translation>Trusted publishers</translation>
    </message>
    <message>
        <source>屏上只放这些单位签过名的内容</source>
        <translation>Only what they signed is shown</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>网口、地址、来源通不通</source>
        <translation>Interfaces, addresses, sources</translation>
    </message>
    <message>
        <source>从头设一遍</source>
        <translation>Set up again</translation>
    </message>
    <message>
        <source>名字、屏幕、来源、钥匙、密码，一步一步来</source>
        <translation>Name, screen, source, key, PIN: step by step</translation>
    </message>
</context>
<context>
    <name>SheetViewModel</name>
    <message>
        <source>U盘可以拔了</source>
        <translation>You can unplug the stick</translation>
    </message>
    <message>
        <source>U盘上的没收完</source>
        <translation>The stick was not finished</translation>
    </message>
    <message>
        <source>U盘已插入</source>
        <translation>A USB stick is in</translation>
    </message>
    <message>
        <source>输入密码就能收内容。
不是值班员？接着看就好。</source>
        <translation>Staff: enter the PIN.
Visitors: just go on.</translation>
    </message>
    <message>
        <source>还没有设密码，不能收内容。
请在终端运行 kiosk pin set。</source>
        <translation>No PIN is set, nothing is taken.
Run kiosk pin set in a terminal.</translation>
    </message>
    <message>
        <source>新内容收好了，已经上屏。</source>
        <translation>The new content is in, and on the screen.</translation>
    </message>
    <message>
        <source>屏上原来的内容照常。请值班员看看。</source>
        <translation>The screen goes on as it was. Staff, please have a look.</translation>
    </message>
    <message>
        <source>我是值班员</source>
        <translation>I am staff</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>Look</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>声音放不出来</source>
        <translation>The sound won’t play</translation>
    </message>
    <message>
        <source>先看文字，别的故事都能听</source>
        <translation>Read on; other stories have sound</translation>
    </message>
</context>
<context>
    <name>SidePane</name>
    <message>
        <source>最难的五题</source>
        <translation>The five hardest</translation>
    </message>
    <message>
        <source>最难的题</source>
        <translation>The hardest</translation>
    </message>
    <message>
        <source>亮：答错的人&#x3000;暗：答对的人</source>
        <translation>Bright: wrong  dark: right</translation>
    </message>
    <message>
        <source>黑：答错的人&#x3000;白：答对的人</source>
        <translation>Black: wrong  white: right</translation>
    </message>
    <message>
        <source>%1 错</source>
        <translation>%1 wrong</translation>
    </message>
    <message>
        <source>正在算</source>
        <translation>Working it out</translation>
    </message>
    <message>
        <source>换月份、车间</source>
        <translation>Month, workshop</translation>
    </message>
    <message>
        <source>看表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出到 U 盘</source>
        <translation>Export to the stick</translation>
    </message>
</context>
<context>
    <name>SignBoard</name>
    <message>
        <source>签到</source>
        <translation>Signing in</translation>
    </message>
    <message>
        <source>报工号、刷卡，或者在名单上点名字。</source>
        <translation>Your number, your card, or your name on the list.</translation>
    </message>
    <message>
        <source>人</source>
        <translation>here</translation>
    </message>
</context>
<context>
    <name>SignViewModel</name>
    <message>
        <source>%1 位数字</source>
        <translation>%1 digits</translation>
    </message>
    <message>
        <source>%1 到 %2 位数字</source>
        <translation>%1 to %2 digits</translation>
    </message>
    <message>
        <source>再选一下车间。</source>
        <translation>Now choose your workshop.</translation>
    </message>
    <message>
        <source>还没有写。</source>
        <translation>Nothing is written yet.</translation>
    </message>
    <message>
        <source>位数不够，要 %1。</source>
        <translation>Too short: %1 are wanted.</translation>
    </message>
    <message>
        <source>写多了。</source>
        <translation>Too long.</translation>
    </message>
    <message>
        <source>工号里只有数字。</source>
        <translation>A worker number has digits only.</translation>
    </message>
    <message>
        <source>这个工号对不上，看看是不是按错了一位。</source>
        <translation>This number does not add up. Is a digit wrong?</translation>
    </message>
</context>
<context>
    <name>SizePanel</name>
    <message>
        <source>字多大看着舒服？</source>
        <translation>What size reads well?</translation>
    </message>
    <message>
        <source>碰一下，上面的字马上变</source>
        <translation>Shown above at once</translation>
    </message>
    <message>
        <source>小</source>
        <translation>Small</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>大</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>特大</source>
        <translation>Extra large</translation>
    </message>
    <message>
        <source>%1 在用</source>
        <translation>%1, in use</translation>
    </message>
    <message>
        <source>纸</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>白天看</source>
        <translation>for daylight</translation>
    </message>
    <message>
        <source>夜</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>对比最强</source>
        <translation>most contrast</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>整块屏</source>
        <translation>whole screen</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>坐着够得着</source>
        <translation>for sitting</translation>
    </message>
    <message>
        <source>就这样</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>变回标准</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>Skirting</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>首页</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>带走</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
</context>
<context>
    <name>SoloConsole</name>
    <message>
        <source>按住看备注</source>
        <translation>Hold for notes</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>SoloView</name>
    <message>
        <source>讲者台</source>
        <translation>Console</translation>
    </message>
</context>
<context>
    <name>SoundSheet</name>
    <message>
        <source>试音</source>
        <translation>Sound check</translation>
    </message>
    <message>
        <source>这台机器没有声音输出，片子会没有声音。</source>
        <translation>This machine has no sound output: films will be silent.</translation>
    </message>
    <message>
        <source>这一声放不出来。查一查喇叭的线和插头。</source>
        <translation>The tone cannot be played. Check the cable and plug of the loudspeakers.</translation>
    </message>
    <message>
        <source>从“%1”出来。左右各响一声，站到最后一排听一听。</source>
        <translation>It comes from “%1”. A tone on each side: listen from the last row.</translation>
    </message>
    <message>
        <source>左边</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>右边</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>%1 分贝</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>响过了</source>
        <translation>played</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>StageViewModel</name>
    <message>
        <source>超时了</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>正好</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>快了 %1 分钟</source>
        <translation>%1 min early</translation>
    </message>
    <message>
        <source>慢了 %1 分钟</source>
        <translation>%1 min late</translation>
    </message>
</context>
<context>
    <name>StatusScreen</name>
    <message>
        <source>值班</source>
        <translation>On duty</translation>
    </message>
</context>
<context>
    <name>StatusViewModel</name>
    <message>
        <source>一切正常</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>一处要看看</source>
        <translation>One thing to look at</translation>
    </message>
    <message>
        <source>两处要看看</source>
        <translation>Two things to look at</translation>
    </message>
    <message>
        <source>%1 处要看看</source>
        <translation>%1 things to look at</translation>
    </message>
    <message>
        <source>还没有设密码，这里只能看。装机的人用 kiosk pin set 或开机码设一个。</source>
        <translation>No PIN was set: you can only look. Set one with kiosk pin set, or here with the setup code.</translation>
    </message>
    <message>
        <source>好</source>
        <translation>Good</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>坏了</source>
        <translation>Broken</translation>
    </message>
    <message>
        <source>内容与更新</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>统计与台账</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>音量与亮度</source>
        <translation>Volume, light</translation>
    </message>
    <message>
        <source>自检</source>
        <translation>Self-test</translation>
    </message>
    <message>
        <source>日志</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>擦屏与关机</source>
        <translation>Screen and power</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>退出值班</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>从U盘收内容</source>
        <translation>Copy from the stick</translation>
    </message>
    <message>
        <source>看看内容</source>
        <translation>See the content</translation>
    </message>
    <message>
        <source>做一次自检</source>
        <translation>Run the self-test</translation>
    </message>
    <message>
        <source>看看网络</source>
        <translation>See the network</translation>
    </message>
    <message>
        <source>看看日志</source>
        <translation>See the log</translation>
    </message>
    <message>
        <source>看看设置</source>
        <translation>See the settings</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>正在看</source>
        <translation>Looking</translation>
    </message>
    <message>
        <source>屏上还没有内容</source>
        <translation>Nothing on the screen yet</translation>
    </message>
    <message>
        <source>插上U盘，或在设置里写上来源。</source>
        <translation>Put in a stick, or set a source.</translation>
    </message>
    <message>
        <source>%1 个包</source>
        <translation>%1 packs</translation>
    </message>
    <message>
        <source>%1，最近 %2</source>
        <translation>%1, latest %2</translation>
    </message>
    <message>
        <source>触摸</source>
        <translation>Touch</translation>
    </message>
    <message>
        <source>还没有自检过</source>
        <translation>No self-test yet</translation>
    </message>
    <message>
        <source>%1 自检 %2 点全中</source>
        <translation>%1: all %2 points</translation>
    </message>
    <message>
        <source>%1 自检，%2 点里中 %3 点</source>
        <translation>%1: %3 of %2 points</translation>
    </message>
    <message>
        <source>擦净屏面和边框，再自检一次；还不中就报修。</source>
        <translation>Clean glass and frame and test again; then call the service.</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>单机运行，没有设来源</source>
        <translation>Runs alone, no sources</translation>
    </message>
    <message>
        <source>%1 处来源，还没问过</source>
        <translation>%1 sources, not asked yet</translation>
    </message>
    <message>
        <source>%1 处来源，都能用</source>
        <translation>%1 sources, all answer</translation>
    </message>
</context>
<context>
    <name>StepCell</name>
    <message>
        <source>少一点</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>多一点</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>StepCells</name>
    <message>
        <source>第 %1 步：%2</source>
        <translation>Step %1: %2</translation>
    </message>
    <message>
        <source>，已学完</source>
        <translation>, done</translation>
    </message>
    <message>
        <source>，还没到</source>
        <translation>, locked</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>跳到哪一步</source>
        <translation>Go to which step</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>要讲到 %1 处   </source>
        <translation>%1 to say   </translation>
    </message>
    <message>
        <source>%1 分</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>StepViewModel</name>
    <message>
        <source>短片</source>
        <translation>short film</translation>
    </message>
    <message>
        <source>去看：%1</source>
        <translation>Watch: %1</translation>
    </message>
    <message>
        <source>这段片子放不出来</source>
        <translation>This film cannot be played</translation>
    </message>
    <message>
        <source>文字和图都在，照样可以往下学</source>
        <translation>Words and pictures are here: go on</translation>
    </message>
</context>
<context>
    <name>StepWall</name>
    <message>
        <source>第 %1 步，共 4 步</source>
        <translation>Step %1 of 4</translation>
    </message>
    <message>
        <source>演示用的钥匙，谁都打得开</source>
        <translation>Demonstration key: anybody can open it</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>少一个</source>
        <translation>One less</translation>
    </message>
    <message>
        <source>输入数字</source>
        <translation>Type a number</translation>
    </message>
    <message>
        <source>多一个</source>
        <translation>One more</translation>
    </message>
</context>
<context>
    <name>StickWords</name>
    <message>
        <source>不认得</source>
        <translation>Not known</translation>
    </message>
    <message>
        <source>没带内容</source>
        <translation>No content</translation>
    </message>
    <message>
        <source>放不下</source>
        <translation>No room left</translation>
    </message>
    <message>
        <source>有的坏了</source>
        <translation>Partly bad</translation>
    </message>
    <message>
        <source>比这里旧</source>
        <translation>older than here</translation>
    </message>
    <message>
        <source>等一等</source>
        <translation>Please wait</translation>
    </message>
    <message>
        <source>没收成</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>正在核对</source>
        <translation>Checking</translation>
    </message>
    <message>
        <source>正在拷%1</source>
        <translation>Copying %1</translation>
    </message>
    <message>
        <source>每秒 %1</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>大约还要 %1 秒</source>
        <translation>about %1 s left</translation>
    </message>
    <message>
        <source>大约还要 %1 分钟</source>
        <translation>about %1 min left</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>在收</source>
        <translation>Copying</translation>
    </message>
    <message>
        <source>还没收</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>等着</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>要带</source>
        <translation>To go</translation>
    </message>
    <message>
        <source>没带上</source>
        <translation>Not taken</translation>
    </message>
    <message>
        <source>新记录 %1 条，已封好</source>
        <translation>New records: %1, sealed</translation>
    </message>
    <message>
        <source>没有新记录</source>
        <translation>No new records</translation>
    </message>
    <message>
        <source>已带上</source>
        <translation>On it</translation>
    </message>
    <message>
        <source>这块屏的记录、健康报告和日志，只有办公室打得开</source>
        <translation>Records, health report and logs; only the office can open them</translation>
    </message>
    <message>
        <source>还没带</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>带回结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>没有新记录；健康报告和日志已封好</source>
        <translation>No new records; health report and logs sealed</translation>
    </message>
    <message>
        <source>新记录 %1 条，健康报告和日志，已封好</source>
        <translation>%1 new records, health report and logs, sealed</translation>
    </message>
    <message>
        <source>到过：%1</source>
        <translation>Been to: %1</translation>
    </message>
    <message>
        <source>%1 台</source>
        <translation>%1 kiosks</translation>
    </message>
    <message>
        <source>%1；还没到：%2</source>
        <translation>%1; not yet: %2</translation>
    </message>
    <message>
        <source>还差 %1 台</source>
        <translation>%1 to go</translation>
    </message>
    <message>
        <source>都到了</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>U盘走到哪了</source>
        <translation>The stick’s round</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1等 %2 台</source>
        <translation>%1 and others, %2 in all</translation>
    </message>
    <message>
        <source>要撤下</source>
        <translation>Goes</translation>
    </message>
    <message>
        <source>要收</source>
        <translation>To take</translation>
    </message>
    <message>
        <source>跳过</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>不收</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>用不了</source>
        <translation>unusable</translation>
    </message>
    <message>
        <source>不碰</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>第%1版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>这块屏不认这家单位，没有看它的内容</source>
        <translation>This kiosk does not trust it; its content was not looked at</translation>
    </message>
    <message>
        <source>发布单位撤下了，会从屏上拿掉</source>
        <translation>Withdrawn by its publisher: it leaves the screen</translation>
    </message>
    <message>
        <source>新来的，%1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>%1，一模一样，不用拷</source>
        <translation>%1, the same as here</translation>
    </message>
    <message>
        <source>U盘上%1，这里%2，不覆盖</source>
        <translation>On the stick: %1. On the kiosk: %2</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>还在看吗？</source>
        <translation>Still there?</translation>
    </message>
    <message>
        <source>碰一下屏幕就继续，不碰就回到开头</source>
        <translation>Touch to go on. Otherwise it starts over</translation>
    </message>
</context>
<context>
    <name>StoryFoot</name>
    <message>
        <source>考考我</source>
        <translation>Quiz me</translation>
    </message>
    <message>
        <source>接着认识</source>
        <translation>Meet next</translation>
    </message>
    <message>
        <source>事实出处：%1</source>
        <translation>Sources: %1</translation>
    </message>
</context>
<context>
    <name>StoryScreen</name>
    <message>
        <source>听故事 %1 分 %2 秒</source>
        <translation>Listen, %1 min %2 s</translation>
    </message>
    <message>
        <source>听故事 %1 秒</source>
        <translation>Listen, %1 s</translation>
    </message>
    <message>
        <source>第 %1 句，共 %2 句</source>
        <translation>Sentence %1 of %2</translation>
    </message>
    <message>
        <source>往下读</source>
        <translation>Read on</translation>
    </message>
</context>
<context>
    <name>StudioBoardViewModel</name>
    <message>
        <source>没人接</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>有人接</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>解决了</source>
        <translation>Solved</translation>
    </message>
    <message numerus="yes">
        <source>用了 %n 天解决</source>
        <translation>
            <numerusform>Solved in %n day</numerusform>
            <numerusform>Solved in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>挂了 %n 天，有人在做</source>
        <translation>
            <numerusform>Hung %n day ago, somebody is at it</numerusform>
            <numerusform>Hung %n days ago, somebody is at it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>挂了 %n 天，还没人接</source>
        <translation>
            <numerusform>Hung %n day ago, not taken yet</numerusform>
            <numerusform>Hung %n days ago, not taken yet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1。%2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>StudioHead</name>
    <message>
        <source>样例</source>
        <translation>Sample</translation>
    </message>
</context>
<context>
    <name>StudioRoomsViewModel</name>
    <message>
        <source>项成果</source>
        <translation>results</translation>
    </message>
    <message>
        <source>%1 项在用</source>
        <translation>%1 in use</translation>
    </message>
    <message>
        <source>项专利</source>
        <translation>patents</translation>
    </message>
    <message>
        <source>%1 项待授权</source>
        <translation>%1 pending</translation>
    </message>
    <message>
        <source>%1 项已授权</source>
        <translation>%1 granted</translation>
    </message>
    <message>
        <source>个徒弟</source>
        <translation>trained</translation>
    </message>
    <message>
        <source>%1 个已出师</source>
        <translation>%1 masters now</translation>
    </message>
    <message>
        <source>种角色</source>
        <translation>roles</translation>
    </message>
    <message>
        <source>谁在这里</source>
        <translation>Who is here</translation>
    </message>
    <message>
        <source>项荣誉</source>
        <translation>honours</translation>
    </message>
    <message>
        <source>和成员一起看</source>
        <translation>With the members</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>接着看</source>
        <translation>Go on with</translation>
    </message>
    <message>
        <source>专利</source>
        <translation>Patent</translation>
    </message>
    <message>
        <source>操作法</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>工装</source>
        <translation>Tooling</translation>
    </message>
    <message>
        <source>改进</source>
        <translation>Improvement</translation>
    </message>
    <message>
        <source>论文</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>获奖</source>
        <translation>Prize</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>试用</source>
        <translation>On trial</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>已授权</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>待授权</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>SuggestionBoardViewModel</name>
    <message>
        <source>还没有公开的意见，等你提第一条</source>
        <translation>Nothing public yet: make the first one</translation>
    </message>
    <message>
        <source>公开 %1 件，解决 %2 件</source>
        <translation>%1 public, %2 solved</translation>
    </message>
    <message>
        <source>，平均 %1 天答复</source>
        <translation>, answered within %1 days on average</translation>
    </message>
    <message>
        <source>%1（样例）</source>
        <translation>%1 (samples)</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>没人接</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>有人接</source>
        <translation>Taken</translation>
    </message>
    <message>
        <source>解决了</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>没采纳</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>编号 %1</source>
        <translation>No. %1</translation>
    </message>
    <message>
        <source>%1&#x3000;期限过了，已经 %2 天</source>
        <translation>%1, overdue, day %2</translation>
    </message>
    <message>
        <source>%1&#x3000;已经 %2 天</source>
        <translation>%1, day %2</translation>
    </message>
    <message>
        <source>%1&#x3000;%2答复</source>
        <translation>%1, answered %2</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>还没有公开的意见</source>
        <translation>Nothing public yet</translation>
    </message>
    <message>
        <source>答复过的意见会列在这里，不写是谁提的。</source>
        <translation>Suggestions that were answered stand here, without names.</translation>
    </message>
    <message>
        <source>接着写刚才那条</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>我要提一条</source>
        <translation>Make a suggestion</translation>
    </message>
    <message>
        <source>查编号</source>
        <translation>Find mine</translation>
    </message>
</context>
<context>
    <name>SurveyAsk</name>
    <message>
        <source>第 %1 问，共 %2 问，约 %3 分钟</source>
        <translation>Question %1 of %2, about %3 min</translation>
    </message>
    <message>
        <source>撤一步</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>上一问</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>看一遍</source>
        <translation>Look it over</translation>
    </message>
    <message>
        <source>下一问</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>不想答</source>
        <translation>Skip</translation>
    </message>
</context>
<context>
    <name>SurveyEnd</name>
    <message>
        <source>存好了，
谢谢你</source>
        <translation>It is stored.
Thank you</translation>
    </message>
    <message>
        <source>已经收够了，
谢谢你来</source>
        <translation>There are enough,
thank you</translation>
    </message>
    <message>
        <source>%1
开始收</source>
        <translation>It opens on
%1</translation>
    </message>
    <message>
        <source>%1
已经收完</source>
        <translation>It closed on
%1</translation>
    </message>
    <message>
        <source>这一类的答卷已经够数，你的回答没有存。</source>
        <translation>There are enough answers of this group. Yours was not stored.</translation>
    </message>
    <message>
        <source>答了 %1 问，跳过 %2 问</source>
        <translation>%1 answered, %2 skipped</translation>
    </message>
    <message>
        <source>%1 问都答了</source>
        <translation>All %1 answered</translation>
    </message>
    <message>
        <source>看大家怎么答</source>
        <translation>See what others said</translation>
    </message>
    <message>
        <source>换一个人答</source>
        <translation>Next person</translation>
    </message>
    <message>
        <source>好了，去看别的</source>
        <translation>Done, look around</translation>
    </message>
    <message>
        <source>去看别的</source>
        <translation>Look around</translation>
    </message>
</context>
<context>
    <name>SurveyQuestionViewModel</name>
    <message>
        <source>这一问跳过了，还能答。</source>
        <translation>Skipped; you can still answer.</translation>
    </message>
    <message>
        <source>碰一下就选上。</source>
        <translation>Touch one to choose it.</translation>
    </message>
    <message>
        <source>已选“%1”，还能改。</source>
        <translation>You chose “%1” and can still change it.</translation>
    </message>
    <message>
        <source>还有 %1 行没选。</source>
        <translation>%1 lines are still open.</translation>
    </message>
    <message>
        <source>都选了，还能改。</source>
        <translation>All chosen; you can still change them.</translation>
    </message>
    <message>
        <source>还能写 %1 个字。</source>
        <translation>Room for %1 more characters.</translation>
    </message>
    <message>
        <source>填 %1 到 %2 之间的数。</source>
        <translation>A number from %1 to %2.</translation>
    </message>
    <message>
        <source>可以选几个，最多 %1 个。</source>
        <translation>Choose up to %1.</translation>
    </message>
    <message>
        <source>选了 %1 个，至少选 %2 个。</source>
        <translation>%1 chosen, at least %2 wanted.</translation>
    </message>
    <message>
        <source>选了 %1 个，最多这么多。</source>
        <translation>%1 chosen, that is the limit.</translation>
    </message>
    <message>
        <source>选了 %1 个，还能改。</source>
        <translation>%1 chosen; you can still change them.</translation>
    </message>
    <message>
        <source>按先后碰，还要排 %1 个。</source>
        <translation>Touch in order; %1 to go.</translation>
    </message>
    <message>
        <source>排了 %1 个，还能改。</source>
        <translation>%1 in order; you can still change them.</translation>
    </message>
</context>
<context>
    <name>SurveyResults</name>
    <message>
        <source>收了 %1 份，
还不够</source>
        <translation>%1 so far,
more are needed</translation>
    </message>
    <message>
        <source>满 %1 份才出结果，这样谁也认不出谁。</source>
        <translation>Results come with %1 answers, so that nobody can be recognised.</translation>
    </message>
    <message>
        <source>%1 人的回答，每满 5 人更新一次</source>
        <translation>Answers of %1 people, brought up to date with every five</translation>
    </message>
    <message>
        <source>第 %1 个结果，共 %2 个&#x3000;%3</source>
        <translation>Result %1 of %2, %3</translation>
    </message>
    <message>
        <source>答这一问的人太少，不列。</source>
        <translation>Too few people answered this question.</translation>
    </message>
    <message>
        <source>上一个</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SurveyReview</name>
    <message>
        <source>没有存上，
答案还在</source>
        <translation>Not stored;
all is still here</translation>
    </message>
    <message>
        <source>看一遍，
再交上去</source>
        <translation>Look it over,
then hand it in</translation>
    </message>
    <message>
        <source>碰哪一行，就改哪一行。</source>
        <translation>Touch a line to change it.</translation>
    </message>
    <message>
        <source>%1 问都到了</source>
        <translation>All %1 questions reached</translation>
    </message>
    <message>
        <source>上一问</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>正在存…</source>
        <translation>Storing …</translation>
    </message>
    <message>
        <source>再交一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>交上去</source>
        <translation>Hand it in</translation>
    </message>
</context>
<context>
    <name>SurveyStart</name>
    <message>
        <source>%1 问，约 %2 分钟</source>
        <translation>%1 questions, about %2 min</translation>
    </message>
    <message>
        <source>每一步都能退回去改，交了才算</source>
        <translation>You can always go back; nothing counts before you hand it in</translation>
    </message>
    <message>
        <source>收到 %1 为止</source>
        <translation>Open until %1</translation>
    </message>
    <message>
        <source>开始答</source>
        <translation>Begin</translation>
    </message>
</context>
<context>
    <name>SurveyViewModel</name>
    <message>
        <source>不记名，答卷只给办公室看。</source>
        <translation>No names. Only the office reads the answers.</translation>
    </message>
    <message>
        <source>不记名，满 %1 人才出结果。</source>
        <translation>No names. Results come with %1 people.</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>%1，在用</source>
        <translation>%1, in use</translation>
    </message>
</context>
<context>
    <name>SyncLines</name>
    <message>
        <source>第%1版</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1，%2 签于 %3</source>
        <translation>%1, signed by %2, %3</translation>
    </message>
    <message>
        <source>%1 上屏</source>
        <translation>On the screen since %1</translation>
    </message>
    <message>
        <source>手工换回的</source>
        <translation>put back by hand</translation>
    </message>
    <message>
        <source>换回第%1版</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>还没有试过</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>好</source>
        <translation>good</translation>
    </message>
    <message>
        <source>不通</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>没有变化</source>
        <translation>Nothing changed</translation>
    </message>
    <message>
        <source>共 %1 次</source>
        <translation>%1 times</translation>
    </message>
    <message>
        <source>没成</source>
        <translation>failed</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>值班</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>换回前一版</source>
        <translation>Put it back</translation>
    </message>
    <message>
        <source>不换</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>退出值班</source>
        <translation>Leave</translation>
    </message>
</context>
<context>
    <name>SyncViewModel</name>
    <message>
        <source>一切正常</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>一处要看看</source>
        <translation>One thing to see to</translation>
    </message>
    <message>
        <source>两处要看看</source>
        <translation>Two things to see to</translation>
    </message>
    <message>
        <source>%1 处要看看</source>
        <translation>%1 things to see to</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>%1 个包，%2</source>
        <translation>Packs: %1, %2</translation>
    </message>
    <message>
        <source>还没有内容</source>
        <translation>No content yet</translation>
    </message>
    <message>
        <source>好</source>
        <translation>good</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>%1 处，能用 %2 处</source>
        <translation>%1 set, %2 working</translation>
    </message>
    <message>
        <source>没有设来源，用U盘收内容</source>
        <translation>None set; content comes by stick</translation>
    </message>
    <message>
        <source>看看</source>
        <translation>look</translation>
    </message>
    <message>
        <source>U盘</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>History</translation>
    </message>
    <message>
        <source>屏上还没有内容。插上U盘，或在设置里写上来源。</source>
        <translation>Nothing is on the screen yet. Plug in a stick, or name a source in the settings.</translation>
    </message>
    <message>
        <source>设置 sources 写上共享文件夹或网址，就会自己更新。</source>
        <translation>Name a share or an address in the setting “sources”: then it keeps itself up to date.</translation>
    </message>
    <message>
        <source>还没有更新过。</source>
        <translation>Nothing was updated yet.</translation>
    </message>
    <message>
        <source>还没有设密码，这里只能看。在这台机器的终端运行 kiosk pin set，再来一次。</source>
        <translation>No PIN is set, so this page only shows. Run kiosk pin set in a terminal of this machine and come back.</translation>
    </message>
    <message>
        <source>正在更新</source>
        <translation>Updating</translation>
    </message>
    <message>
        <source>从U盘收内容</source>
        <translation>Take from the stick</translation>
    </message>
    <message>
        <source>现在更新</source>
        <translation>Update now</translation>
    </message>
    <message>
        <source>把“%1”换回第 %2 版？</source>
        <translation>Put “%1” back to version %2?</translation>
    </message>
    <message>
        <source>屏上还没有内容</source>
        <translation>Nothing is on the screen yet</translation>
    </message>
    <message>
        <source>不收U盘</source>
        <translation>Sticks are not taken</translation>
    </message>
    <message>
        <source>输密码后收</source>
        <translation>Taken after the PIN</translation>
    </message>
    <message>
        <source>插上就收</source>
        <translation>Taken at once</translation>
    </message>
    <message>
        <source>别拔</source>
        <translation>leave in</translation>
    </message>
    <message>
        <source>可以拔</source>
        <translation>may go</translation>
    </message>
    <message>
        <source>换回去了，屏上已经是前一版</source>
        <translation>Done: the version before is on the screen</translation>
    </message>
</context>
<context>
    <name>TablePane</name>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>这张表是空的。</source>
        <translation>This table is empty.</translation>
    </message>
</context>
<context>
    <name>TextAnswer</name>
    <message>
        <source>碰这里，用拼音写</source>
        <translation>Touch here and write</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>不要写姓名和电话。写的话只有办公室看。</source>
        <translation>No names, no telephone numbers. Only the office reads this.</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>下讲台</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>目录</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>互动</source>
        <translation>Audience</translation>
    </message>
    <message>
        <source>指点</source>
        <translation>Pointer</translation>
    </message>
    <message>
        <source>画笔</source>
        <translation>Pen</translation>
    </message>
    <message>
        <source>荧光笔</source>
        <translation>Marker</translation>
    </message>
    <message>
        <source>撤一笔</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>擦干净</source>
        <translation>Wipe</translation>
    </message>
    <message>
        <source>看全页</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>解定格</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>定格</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>换屏</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>备注字号</source>
        <translation>Notes size</translation>
    </message>
</context>
<context>
    <name>TopicPage</name>
    <message>
        <source>你想说
哪方面的事？</source>
        <translation>What is it
about?</translation>
    </message>
    <message>
        <source>写给工会办公室，%1 天内答复。</source>
        <translation>To the union&apos;s office, answered within %1 days.</translation>
    </message>
    <message>
        <source>写给工会办公室。</source>
        <translation>To the union&apos;s office.</translation>
    </message>
</context>
<context>
    <name>Translation</name>
    <message>
        <source>字面的意思</source>
        <translation>What it says</translation>
    </message>
</context>
<context>
    <name>TreeKnot</name>
    <message>
        <source>已出师</source>
        <translation>master</translation>
    </message>
    <message>
        <source>在学</source>
        <translation>learning</translation>
    </message>
</context>
<context>
    <name>TreeRoom</name>
    <message>
        <source>师带徒</source>
        <translation>Masters and apprentices</translation>
    </message>
    <message>
        <source>%1 代，%2 人。红方块：已出师</source>
        <translation>%1 generations, %2 people. Red square: a master now</translation>
    </message>
</context>
<context>
    <name>TrustedViewModel</name>
    <message>
        <source>信任 %1 个单位</source>
        <translation>%1 trusted</translation>
    </message>
    <message>
        <source>还没有信任谁</source>
        <translation>Nobody is trusted</translation>
    </message>
    <message>
        <source>屏上只放信任的单位签过名的内容。用“从头设一遍”或 kiosk trust add 加第一个。</source>
        <translation>Only what trusted publishers signed is shown. Add the first under “Set up again” or with kiosk trust add.</translation>
    </message>
    <message>
        <source>碰一行，这里显示它的指纹。和单位在电话里说的一样，才是它。</source>
        <translation>Touch a row for the fingerprint. It is them only if they say the same on the telephone.</translation>
    </message>
    <message>
        <source>在用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>到期</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>已收回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>由 %1 授权</source>
        <translation>Granted by %1</translation>
    </message>
    <message>
        <source>亲自核对过</source>
        <translation>Compared by hand</translation>
    </message>
    <message>
        <source>不再信任</source>
        <translation>Trust no longer</translation>
    </message>
    <message>
        <source>它的授权由 %1 给，也由 %1 收回</source>
        <translation>Granted by %1, and taken back by %1</translation>
    </message>
    <message>
        <source>不再信任“%1”？它的内容马上从屏上撤下。</source>
        <translation>Trust “%1” no longer? Its content leaves the screen at once.</translation>
    </message>
    <message>
        <source>撤下</source>
        <translation>Take off</translation>
    </message>
    <message>
        <source>授权已收回，内容已撤下</source>
        <translation>The grant was taken back, the content is gone</translation>
    </message>
    <message>
        <source>%1 核对过，内容不限</source>
        <translation>Compared on %1, may bring anything</translation>
    </message>
    <message>
        <source>只能发 %1 和 %1-… 的内容</source>
        <translation>May bring %1 and %1-… only</translation>
    </message>
    <message>
        <source>到 %1 为止</source>
        <translation>Until %1</translation>
    </message>
    <message>
        <source>最多占 %1 MB</source>
        <translation>At most %1 MB</translation>
    </message>
</context>
<context>
    <name>UsbScreen</name>
    <message>
        <source>收内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>正在看U盘上有什么</source>
        <translation>Looking what is on the stick</translation>
    </message>
    <message>
        <source>只看签名和清单，不改动U盘</source>
        <translation>Only signatures and lists are read; nothing is written to it</translation>
    </message>
</context>
<context>
    <name>UsbSheet</name>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
</context>
<context>
    <name>UsbViewModel</name>
    <message>
        <source>放不下</source>
        <translation>No room left</translation>
    </message>
    <message>
        <source>有新内容</source>
        <translation>New items</translation>
    </message>
    <message>
        <source>带回结果</source>
        <translation>Take results</translation>
    </message>
    <message>
        <source>都有了</source>
        <translation>All here</translation>
    </message>
    <message>
        <source>用不上</source>
        <translation>Not for us</translation>
    </message>
    <message>
        <source>正在辨认</source>
        <translation>One moment</translation>
    </message>
    <message>
        <source>插着别动</source>
        <translation>Leave it in</translation>
    </message>
    <message>
        <source>拔早了</source>
        <translation>Out too early</translation>
    </message>
    <message>
        <source>可以拔了</source>
        <translation>Safe to pull</translation>
    </message>
    <message>
        <source>U盘插好了，正在核对签名</source>
        <translation>Checking its signatures</translation>
    </message>
    <message>
        <source>认得这支U盘，签名对</source>
        <translation>Signatures are right</translation>
    </message>
    <message>
        <source>上面没有给这块屏的</source>
        <translation>Nothing here for this kiosk</translation>
    </message>
    <message>
        <source>结果已经写到U盘上</source>
        <translation>The results are on the stick</translation>
    </message>
    <message>
        <source>收下 %1 项，逐个验过</source>
        <translation>Taken and checked: %1</translation>
    </message>
    <message>
        <source>屏上原来的内容没动</source>
        <translation>The screen stays as it was</translation>
    </message>
    <message>
        <source>项新的</source>
        <translation>new</translation>
    </message>
    <message>
        <source>用不了</source>
        <translation>unusable</translation>
    </message>
    <message>
        <source>这里已有</source>
        <translation>already here</translation>
    </message>
    <message>
        <source>比这里旧</source>
        <translation>older than here</translation>
    </message>
    <message>
        <source>不是给这块屏的</source>
        <translation>not for this kiosk</translation>
    </message>
    <message>
        <source>还有 %1 项在路上</source>
        <translation>%1 on the way</translation>
    </message>
    <message>
        <source>项已收</source>
        <translation>taken</translation>
    </message>
    <message>
        <source>新的 %1 项 收好 %2 项</source>
        <translation>New packs: %1 Taken: %2</translation>
    </message>
    <message>
        <source>新的 %1 项，共 %2</source>
        <translation>New packs: %1, %2</translation>
    </message>
    <message>
        <source>%1 秒后自己开始</source>
        <translation>Starts by itself in %1 s</translation>
    </message>
    <message>
        <source>先拷完、验好，再一起换上；拷的时候照常能看</source>
        <translation>All is copied and checked first, then shown; the screen goes on meanwhile</translation>
    </message>
    <message>
        <source>结果没带上</source>
        <translation>The results did not go along</translation>
    </message>
    <message>
        <source>结果带上了</source>
        <translation>The results go along</translation>
    </message>
    <message>
        <source>新内容已经上屏</source>
        <translation>The new content is on the screen</translation>
    </message>
    <message>
        <source>没有要换的</source>
        <translation>Nothing to change</translation>
    </message>
    <message>
        <source>插回来就接着拷</source>
        <translation>Plug it back in: it goes on</translation>
    </message>
    <message>
        <source>没有要收的，结果可以带走</source>
        <translation>It can take the results</translation>
    </message>
    <message>
        <source>没有要收的，可以拔了</source>
        <translation>Nothing to take; you can unplug it</translation>
    </message>
    <message>
        <source>U盘可以拔了，接着去还没到的 %1 台。</source>
        <translation>You can unplug the stick; %1 kiosks still wait for it.</translation>
    </message>
    <message>
        <source>U盘可以拔了，交给办公室收。</source>
        <translation>Take the stick out and give it to the office.</translation>
    </message>
    <message>
        <source>U盘可以拔了。回首页就能看到新的。</source>
        <translation>You can unplug the stick. Home shows what is new.</translation>
    </message>
    <message>
        <source>已经拷好 %1 %，不用从头来。</source>
        <translation>%1 % is copied and is not copied again. </translation>
    </message>
    <message>
        <source>换一支同样的U盘也行。</source>
        <translation>Another stick with the same content will do.</translation>
    </message>
    <message>
        <source>请先腾出地方；原来的内容照常播放。</source>
        <translation>Free some space first; the old content keeps playing.</translation>
    </message>
    <message>
        <source>记录封好再写上去，丢了U盘也没人看得到。</source>
        <translation>They are sealed first: a lost stick reveals nothing.</translation>
    </message>
    <message>
        <source>U盘上的，这块屏都有了。</source>
        <translation>This kiosk has all that is on the stick.</translation>
    </message>
    <message>
        <source>U盘上没有给这块屏的内容。请向发布单位核对。</source>
        <translation>The stick holds nothing for this kiosk. Please ask its publisher.</translation>
    </message>
    <message>
        <source>现在就开始</source>
        <translation>Begin now</translation>
    </message>
    <message>
        <source>开始更新</source>
        <translation>Begin the update</translation>
    </message>
    <message>
        <source>正在拷，先别拔</source>
        <translation>Copying, leave it in</translation>
    </message>
    <message>
        <source>回首页看看</source>
        <translation>See it on Home</translation>
    </message>
    <message>
        <source>再看一遍</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>先不收</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>不收了</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>All right</translation>
    </message>
</context>
<context>
    <name>VolumeViewModel</name>
    <message>
        <source>音量与亮度</source>
        <translation>Volume, light</translation>
    </message>
    <message>
        <source>这台机器的混音器在这里调不了</source>
        <translation>The mixer of this machine cannot be set here</translation>
    </message>
    <message>
        <source>这块屏的亮度在这里调不了</source>
        <translation>The brightness cannot be set here</translation>
    </message>
    <message>
        <source>请用机身或显示器上的按键。</source>
        <translation>Please use the keys of the machine or the monitor.</translation>
    </message>
    <message>
        <source>讲解、影片、提示音</source>
        <translation>Narration, films, signals</translation>
    </message>
    <message>
        <source>整台机器，和上面的相乘</source>
        <translation>The whole machine; multiplies with the line above</translation>
    </message>
    <message>
        <source>音量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>亮度</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <source>混音器</source>
        <translation>Mixer</translation>
    </message>
    <message>
        <source>马上就变，关机以后也记得。</source>
        <translation>Heard at once, and kept after switching off.</translation>
    </message>
    <message>
        <source>最响只到 %1 %，是“设置”里的上限。</source>
        <translation>Never louder than %1 %: the cap in the settings.</translation>
    </message>
    <message>
        <source>这个钟点是 %1 %，按“设置”里的时间表。</source>
        <translation>%1 % at this hour, by the timetable in the settings.</translation>
    </message>
    <message>
        <source>调不了</source>
        <translation>Not from here</translation>
    </message>
    <message>
        <source>屏幕背光</source>
        <translation>Backlight</translation>
    </message>
    <message>
        <source>试听</source>
        <translation>Listen</translation>
    </message>
</context>
<context>
    <name>VoteGallery</name>
    <message>
        <source>还没有候选人，
先请大家提名。</source>
        <translation>No candidates yet:
nominations first.</translation>
    </message>
    <message>
        <source>，第 %1 页，共 %2 页。</source>
        <translation>, page %1 of %2. </translation>
    </message>
    <message>
        <source>。</source>
        <translation>. </translation>
    </message>
    <message>
        <source>碰哪件，左边就开哪件。</source>
        <translation>Touch one and it opens on the left.</translation>
    </message>
    <message>
        <source>碰哪件，上面就开哪件。</source>
        <translation>Touch one and it opens above.</translation>
    </message>
    <message>
        <source>再碰就播放</source>
        <translation>Again: play</translation>
    </message>
    <message>
        <source>再碰读全文</source>
        <translation>Again: read all</translation>
    </message>
    <message>
        <source>再碰看全幅</source>
        <translation>Again: see whole</translation>
    </message>
    <message>
        <source>写上名字、单位和事迹，交给工会。</source>
        <translation>Write a name, a unit and a reason, and hand it to the union.</translation>
    </message>
</context>
<context>
    <name>VoteHall</name>
    <message>
        <source>这块屏收到 %1 票，%2 人</source>
        <translation>Votes on this screen: %1; voters: %2</translation>
    </message>
</context>
<context>
    <name>VoteTray</name>
    <message>
        <source>已投 %1 号一票。</source>
        <translation>Your vote for %1 is in. </translation>
    </message>
    <message>
        <source>正在记票…</source>
        <translation>Recording…</translation>
    </message>
    <message>
        <source>已投 %1 号</source>
        <translation>Voted: %1</translation>
    </message>
    <message>
        <source>投 %1 号一票</source>
        <translation>Vote for %1</translation>
    </message>
    <message>
        <source>先碰一件作品</source>
        <translation>Touch an entry first</translation>
    </message>
    <message>
        <source>看结果</source>
        <translation>See the result</translation>
    </message>
    <message>
        <source>看票数</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>我来提名</source>
        <translation>Nominate</translation>
    </message>
    <message>
        <source>提名一位</source>
        <translation>Nominate somebody</translation>
    </message>
    <message>
        <source>换人投</source>
        <translation>Next voter</translation>
    </message>
    <message>
        <source>看 %1 号</source>
        <translation>See %1</translation>
    </message>
    <message>
        <source>上一页</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>VoteViewModel</name>
    <message>
        <source>%1 开始投票，先看看作品。</source>
        <translation>Voting begins on %1. Have a look at the entries.</translation>
    </message>
    <message>
        <source>这块屏的钟不准，先不收票。请告诉值班员。</source>
        <translation>The clock of this screen is wrong, so it takes no votes. Please tell the staff.</translation>
    </message>
    <message>
        <source>投票截止了。</source>
        <translation>Voting is over.</translation>
    </message>
    <message>
        <source>投票截止了，结果由工会公布。</source>
        <translation>Voting is over; the union announces the result.</translation>
    </message>
    <message>
        <source>现在是提名的时候，候选名单出来以后再投票。</source>
        <translation>Nominations first; voting begins when the candidates are known.</translation>
    </message>
</context>
<context>
    <name>VoteWall</name>
    <message>
        <source>有多高，就是有多少票</source>
        <translation>As high as its votes</translation>
    </message>
    <message>
        <source>有多高就是多少票，另外 %1 件是细条</source>
        <translation>As high as its votes; %1 others are thin bars</translation>
    </message>
    <message>
        <source>挂成大厅屏</source>
        <translation>Hang in the hall</translation>
    </message>
    <message>
        <source>正在数票</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>票数还没有公布</source>
        <translation>The votes are not public yet</translation>
    </message>
    <message>
        <source>这块屏收到 %1 票，%2 人</source>
        <translation>Votes on this screen: %1; voters: %2</translation>
    </message>
</context>
<context>
    <name>VoteWords</name>
    <message>
        <source>摄影 %1 幅</source>
        <translation>Photos: %1</translation>
    </message>
    <message>
        <source>诗 %1 首</source>
        <translation>Poems: %1</translation>
    </message>
    <message>
        <source>征文 %1 篇</source>
        <translation>Essays: %1</translation>
    </message>
    <message>
        <source>演讲 %1 场</source>
        <translation>Speeches: %1</translation>
    </message>
    <message>
        <source>候选 %1 位</source>
        <translation>Candidates: %1</translation>
    </message>
    <message>
        <source>每人每天 %1 票</source>
        <translation>Votes a day for each person: %1</translation>
    </message>
    <message>
        <source>每人 %1 票</source>
        <translation>Votes for each person: %1</translation>
    </message>
    <message>
        <source>尾号 %1：</source>
        <translation>No. …%1: </translation>
    </message>
    <message>
        <source>，已投 %1 票</source>
        <translation>; given: %1</translation>
    </message>
    <message>
        <source>。投完不能改。</source>
        <translation>. A vote is final.</translation>
    </message>
    <message>
        <source>%1 票都投完了，谢谢你。</source>
        <translation>Votes given: %1, no more are left. Thank you. </translation>
    </message>
    <message>
        <source>截止后公布票数。</source>
        <translation>Counts are shown after the end.</translation>
    </message>
    <message>
        <source>还没有开始投票。</source>
        <translation>Voting has not begun.</translation>
    </message>
    <message>
        <source>投票截止了。</source>
        <translation>Voting is over.</translation>
    </message>
    <message>
        <source>这块屏的钟不准，先不收票。请告诉值班员。</source>
        <translation>The clock of this screen is wrong, so it takes no votes. Please tell the staff.</translation>
    </message>
    <message>
        <source>没有这件作品。</source>
        <translation>There is no such entry.</translation>
    </message>
    <message>
        <source>你已经投过这一件，换一件吧。</source>
        <translation>You have voted for this one; choose another.</translation>
    </message>
    <message>
        <source>今天的票都投完了，明天再来。</source>
        <translation>All votes of today are given. Come again tomorrow.</translation>
    </message>
    <message>
        <source>票都投完了。</source>
        <translation>All votes are given.</translation>
    </message>
    <message>
        <source>上一位刚投完，请等一等。</source>
        <translation>Somebody has just voted. Please wait.</translation>
    </message>
    <message>
        <source>请再碰一次。</source>
        <translation>Please touch once more.</translation>
    </message>
    <message>
        <source>应是 %1 位，现在是 %2 位。</source>
        <translation>It should have %1 digits, not %2.</translation>
    </message>
    <message>
        <source>没有这样的号，看看是不是输错了一位。</source>
        <translation>There is no such number. Is a digit wrong?</translation>
    </message>
</context>
<context>
    <name>Voting</name>
    <message>
        <source>上一位刚投完，请等 %1 秒。</source>
        <translation>Somebody has just voted. Please wait %1 s.</translation>
    </message>
    <message>
        <source>记录本打不开，先不能投票。请告诉值班员。</source>
        <translation>The record book cannot be opened, so there is no voting. Please tell the staff.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>收到了，
还没答复</source>
        <translation>Received,
no answer yet</translation>
    </message>
    <message>
        <source>%1交的。</source>
        <translation>Sent on %1.</translation>
    </message>
    <message>
        <source>封着，在等办公室来取</source>
        <translation>Sealed, waiting to be fetched</translation>
    </message>
    <message>
        <source>今天刚交的</source>
        <translation>Sent today</translation>
    </message>
    <message>
        <source>等了 %1 天</source>
        <translation>Day %1</translation>
    </message>
    <message>
        <source>办公室答应 %1 天内答复。答复会随新内容到这块屏上，过几天再来查。</source>
        <translation>The office promises an answer within %1 days. It comes to this screen with new content; look again in a few days.</translation>
    </message>
    <message>
        <source>答复会随新内容到这块屏上，过几天再来查。</source>
        <translation>The answer comes to this screen with new content; look again in a few days.</translation>
    </message>
    <message>
        <source>看看别人提的</source>
        <translation>See what others wrote</translation>
    </message>
</context>
<context>
    <name>WallTray</name>
    <message>
        <source>接着猜：%1</source>
        <translation>Go on: %1</translation>
    </message>
    <message>
        <source>换一组：%1</source>
        <translation>Other set: %1</translation>
    </message>
    <message>
        <source>从头再猜</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>前一面灯墙</source>
        <translation>Wall before</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>第 %1 面，共 %2 面</source>
        <translation>Wall %1 of %2</translation>
    </message>
    <message>
        <source>后一面灯墙</source>
        <translation>Wall after</translation>
    </message>
</context>
<context>
    <name>WatchFace</name>
    <message>
        <source>还剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>还剩</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>表停着，点一下接着走</source>
        <translation>Stopped: touch to go on</translation>
    </message>
</context>
<context>
    <name>WatchLine</name>
    <message>
        <source>还剩 %1</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>表停着</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>第 %1 页，共 %2 页</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>WhoViewModel</name>
    <message>
        <source>学习记录现在读不出来</source>
        <translation>The records cannot be read now</translation>
    </message>
    <message>
        <source>可以先不报工号，从头学起</source>
        <translation>Begin without a number</translation>
    </message>
    <message>
        <source>这一课你学完了</source>
        <translation>You have finished this lesson</translation>
    </message>
    <message>
        <source>还没领证书，现在就领</source>
        <translation>The certificate is still to be had</translation>
    </message>
    <message>
        <source>接着第 %1 步</source>
        <translation>On to step %1</translation>
    </message>
    <message>
        <source>前面的步子都给你留着</source>
        <translation>The steps before it are kept for you</translation>
    </message>
</context>
<context>
    <name>Wiping</name>
    <message>
        <source>擦屏</source>
        <translation>Wipe</translation>
    </message>
    <message>
        <source>可以擦屏了</source>
        <translation>Wipe the glass now</translation>
    </message>
    <message>
        <source>数到零以前，碰哪儿都没有反应。布要拧干，不往屏上直接喷水。</source>
        <translation>Until zero no touch counts. Wring the cloth out, and do not spray onto the glass.</translation>
    </message>
</context>
<context>
    <name>WizardScreen</name>
    <message>
        <source>开张</source>
        <translation>Set up</translation>
    </message>
</context>
<context>
    <name>WizardViewModel</name>
    <message>
        <source>说哪种话</source>
        <translation>Which language</translation>
    </message>
    <message>
        <source>这块屏叫什么</source>
        <translation>What is it called</translation>
    </message>
    <message>
        <source>屏有多大</source>
        <translation>How large is it</translation>
    </message>
    <message>
        <source>横放还是竖放</source>
        <translation>Which way up</translation>
    </message>
    <message>
        <source>内容从哪来</source>
        <translation>Where content comes from</translation>
    </message>
    <message>
        <source>信任谁</source>
        <translation>Whom to trust</translation>
    </message>
    <message>
        <source>记录交给谁</source>
        <translation>Who gets the records</translation>
    </message>
    <message>
        <source>谁能进值班页</source>
        <translation>Who may come in</translation>
    </message>
    <message>
        <source>几点亮屏</source>
        <translation>When is it lit</translation>
    </message>
    <message>
        <source>都设好了</source>
        <translation>All set</translation>
    </message>
    <message>
        <source>第 %1 步，共 %2 步</source>
        <translation>Step %1 of %2</translation>
    </message>
    <message>
        <source>来访者先看到的语言，右下角随时能换。</source>
        <translation>What visitors see first; they can change it at the lower right.</translation>
    </message>
    <message>
        <source>单位、厅、第几块屏，例如“一号食堂 1 号屏”。写在首页上。</source>
        <translation>Union, hall, number of the screen. It stands on the home page.</translation>
    </message>
    <message>
        <source>量屏的对角线。选对了，字和按钮在多大的屏上都一样大。</source>
        <translation>Measure the diagonal. Letters and buttons then have their right size.</translation>
    </message>
    <message>
        <source>画面歪着，就选它实际挂的样子。系统转不了，程序自己转。</source>
        <translation>If the picture lies on its side, choose how the screen hangs: the kiosk turns it.</translation>
    </message>
    <message>
        <source>共享文件夹或网址会自己更新。没有网，就用U盘。</source>
        <translation>A shared folder or an address renews itself. Without a network, use sticks.</translation>
    </message>
    <message>
        <source>打电话问发布单位它的指纹。和这里一字不差，才按“一样”。</source>
        <translation>Ask the publisher for its fingerprint by telephone. Go on only if it is the same, letter by letter.</translation>
    </message>
    <message>
        <source>工会办公室的公钥，一行 office1-…。没有它，记录留在本机。以后也能填。</source>
        <translation>The office&apos;s public key, one line office1-…. Without it records stay here. It can wait.</translation>
    </message>
    <message>
        <source>管理员的密码。不设，值班页只能看，什么也改不了。</source>
        <translation>The administrator&apos;s PIN. Without it nothing can be changed here.</translation>
    </message>
    <message>
        <source>不亮的时候屏是黑的，碰一下也会醒。</source>
        <translation>Outside these hours the screen is black; a touch wakes it.</translation>
    </message>
    <message>
        <source>按“完成”重启一次，就能用了。以后在值班页的“设置”里改。</source>
        <translation>Touch Done: it restarts and is ready. Change things later under Settings.</translation>
    </message>
    <message>
        <source>英寸</source>
        <translation>inches</translation>
    </message>
    <message>
        <source>就是现在这样</source>
        <translation>As it is now</translation>
    </message>
    <message>
        <source>跟系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>竖着挂</source>
        <translation>Portrait</translation>
    </message>
    <message>
        <source>横着挂</source>
        <translation>Landscape</translation>
    </message>
    <message>
        <source>一直亮</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>工作日 7:30 到 18:30</source>
        <translation>Weekdays 7:30 to 18:30</translation>
    </message>
    <message>
        <source>每天 7:00 到 22:00</source>
        <translation>Daily 7:00 to 22:00</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>先不填</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>存下</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>一样，信任它</source>
        <translation>The same: trust it</translation>
    </message>
    <message>
        <source>改写</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>填公钥</source>
        <translation>Enter the key</translation>
    </message>
    <message>
        <source>换密码</source>
        <translation>Change the PIN</translation>
    </message>
    <message>
        <source>设密码</source>
        <translation>Set a PIN</translation>
    </message>
    <message>
        <source>就是它</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>共享文件夹</source>
        <translation>Shared folder</translation>
    </message>
    <message>
        <source>网址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>本机文件夹</source>
        <translation>Local folder</translation>
    </message>
    <message>
        <source>只用U盘</source>
        <translation>Sticks only</translation>
    </message>
    <message>
        <source>不联网也能用</source>
        <translation>Needs no network</translation>
    </message>
    <message>
        <source>没填</source>
        <translation>None</translation>
    </message>
    <message>
        <source>屏的名字</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>屏的大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>怎么挂</source>
        <translation>How it hangs</translation>
    </message>
    <message>
        <source>内容来源</source>
        <translation>Content from</translation>
    </message>
    <message>
        <source>信任的单位</source>
        <translation>Trusted</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>办公室公钥</source>
        <translation>Office key</translation>
    </message>
    <message>
        <source>填了</source>
        <translation>There</translation>
    </message>
    <message>
        <source>管理员密码</source>
        <translation>Administrator&apos;s PIN</translation>
    </message>
    <message>
        <source>设了</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>没设</source>
        <translation>None</translation>
    </message>
    <message>
        <source>亮屏时间</source>
        <translation>Screen on</translation>
    </message>
    <message>
        <source>通了，可以往下走。</source>
        <translation>It answers.</translation>
    </message>
    <message>
        <source>能打开，但里面没有发布的内容。</source>
        <translation>It opens, but nobody has published there.</translation>
    </message>
    <message>
        <source>找不到它：看看网线，再看看名字有没有写错。</source>
        <translation>Not found: check the cable and the name.</translation>
    </message>
    <message>
        <source>对方在，但不让进：找网管开权限。</source>
        <translation>It is there but refuses: ask the network administrator.</translation>
    </message>
    <message>
        <source>没有回音：对方关机，或网线松了。</source>
        <translation>No answer: switched off, or a loose cable.</translation>
    </message>
    <message>
        <source>正在试……</source>
        <translation>Trying…</translation>
    </message>
    <message>
        <source>信任</source>
        <translation>Trusted</translation>
    </message>
    <message>
        <source>要核对</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>插上U盘以后再核对</source>
        <translation>Compare when a stick is in</translation>
    </message>
    <message>
        <source>或在终端用 kiosk trust add</source>
        <translation>Or kiosk trust add in a terminal</translation>
    </message>
    <message>
        <source>正在问来源</source>
        <translation>Asking the sources</translation>
    </message>
    <message>
        <source>来源里没有发布单位</source>
        <translation>No publisher in this source</translation>
    </message>
    <message>
        <source>先往下走，以后在设置里再来</source>
        <translation>Go on; come back from the settings</translation>
    </message>
</context>
<context>
    <name>WriteBox</name>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>下一格</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>WriteField</name>
    <message>
        <source>碰这里，用拼音写谜底</source>
        <translation>Touch here and write, in English or pinyin</translation>
    </message>
    <message>
        <source>就猜它</source>
        <translation>Guess</translation>
    </message>
    <message>
        <source>谜底</source>
        <translation>Answer</translation>
    </message>
</context>
<context>
    <name>WritePage</name>
    <message>
        <source>%1的事，你说</source>
        <translation>%1: your words</translation>
    </message>
    <message>
        <source>写给工会办公室，别人看不到。</source>
        <translation>To the union&apos;s office; nobody else sees it.</translation>
    </message>
    <message>
        <source>写好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>你要说的话</source>
        <translation>Your words</translation>
    </message>
    <message>
        <source>什么地方、什么事、你想怎么办</source>
        <translation>Where, what, and what you would do</translation>
    </message>
    <message>
        <source>%1 / %2 字</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>打开键盘，用拼音写</source>
        <translation>Open the keyboard</translation>
    </message>
    <message>
        <source>打开键盘</source>
        <translation>Open the keyboard</translation>
    </message>
    <message>
        <source>或者碰一碰现成的话，可以选几句</source>
        <translation>Or touch sentences that say it</translation>
    </message>
    <message>
        <source>下一步，留不留名</source>
        <translation>Next: name or no name</translation>
    </message>
    <message>
        <source>先写上一句</source>
        <translation>Write a sentence first</translation>
    </message>
</context>
<context>
    <name>WrongEntry</name>
    <message>
        <source>你答的：%1</source>
        <translation>You said: %1</translation>
    </message>
    <message>
        <source>没来得及答</source>
        <translation>Out of time</translation>
    </message>
</context>
</TS>
