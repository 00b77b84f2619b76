pragma ComponentBehavior: Bound

import QtQuick
import Qt.labs.qmlmodels
import kiosk.design
import kiosk.kinds.story

// The story as a list of blocks; the sentence being read stays in the middle third until the reader scrolls away.
ListView {
    id: root

    required property StoryViewModel vm
    property Component above: null
    property bool following: true
    property bool settled: false // somebody has scrolled: the head may no longer push the text to its top
    readonly property int active: vm.sentence

    signal pictureTouched(var block)

    function keepInView(): void {
        if (!vm.reading || !following || vm.sentenceRow < 0 || dragging)
            return;
        let item = itemAtIndex(vm.sentenceRow);
        if (!item) {
            glide.stop();
            positionViewAtIndex(vm.sentenceRow, ListView.Center);
            item = itemAtIndex(vm.sentenceRow);
            if (!item)
                return;
        }
        const inside = item.litTop ?? 0; // qmllint disable missing-property
        const y = item.y + inside - contentY;
        if (y > height * 0.3 && y < height * 0.62)
            return;
        const lowest = originY + contentHeight + bottomMargin - height;
        glide.to = Math.max(originY - topMargin, Math.min(lowest, item.y + inside - height * 0.34));
        glide.restart();
    }

    model: vm.blocks
    header: above
    cacheBuffer: 600
    boundsBehavior: Flickable.StopAtBounds
    spacing: 0
    onActiveChanged: Qt.callLater(keepInView)
    onOriginYChanged: if (!settled && !vm.reading)
        contentY = originY
    onDraggingChanged: if (dragging) {
        glide.stop();
        following = false;
        settled = true;
        comeBack.restart();
    }

    NumberAnimation {
        id: glide

        target: root
        property: "contentY"
        duration: Theme.page
        easing.type: Easing.OutCubic
    }

    SeenTo {
        list: root
        onSeen: share => root.vm.sawTo(share)
    }

    Timer {
        id: comeBack

        interval: 8000
        onTriggered: {
            root.following = true;
            root.keepInView();
        }
    }

    delegate: DelegateChooser {
        role: "type"

        DelegateChoice {
            roleValue: "paragraph"

            ParagraphBlock {
                width: root.width
                active: root.active
                aside: root.vm.reading
                onTouched: key => root.vm.touchSentence(key)
            }
        }

        DelegateChoice {
            roleValue: "heading"

            HeadingBlock {
                width: root.width
                active: root.active
                onTouched: key => root.vm.touchSentence(key)
            }
        }

        DelegateChoice {
            roleValue: "quote"

            QuoteBlock {
                width: root.width
                active: root.active
                onTouched: key => root.vm.touchSentence(key)
            }
        }

        DelegateChoice {
            roleValue: "list"

            ListRows {
                width: root.width
                active: root.active
                aside: root.vm.reading
                onTouched: key => root.vm.touchSentence(key)
            }
        }

        DelegateChoice {
            roleValue: "timeline"

            TimelineBlock {
                width: root.width
                active: root.active
                aside: root.vm.reading
                onTouched: key => root.vm.touchSentence(key)
            }
        }

        DelegateChoice {
            roleValue: "table"

            TableBlock {
                width: root.width
            }
        }

        DelegateChoice {
            roleValue: "picture"

            PictureBlock {
                objectName: "story.picture"
                width: root.width
                onClicked: root.pictureTouched(block)
            }
        }

        DelegateChoice {
            roleValue: "embed"

            EmbedBlock {
                objectName: "story.embed"
                width: root.width
                onClicked: root.vm.openItem(block.card.uid)
            }
        }

        // A block of a kind this version does not know takes no room.
        DelegateChoice {
            Item {}
        }
    }
}
