pragma Singleton

import QtQuick

// The only colour, size, font and duration literals of the product.
// Sizes are logical pixels of a canvas whose short side is 1080; `Hall` in kiosk.shell scales the canvas to the window.
QtObject {
    id: theme

    // Set once by the shell, from settings and the visit.
    property bool night: false
    property bool low: false // pages stand in the lower half of an upright screen
    property bool calm: false // reduced motion: page, tag and attract become a cut
    property int readSize: 1 // 0 small, 1 medium, 2 large, 3 extra large
    property real pxPerMm: 2 // logical pixels per millimetre of glass
    property bool gloves: false
    property bool latin: false // the interface is in a Latin script: quotes and dashes take their own width
    property bool landscape: false
    property real scale: 1 // device pixels per logical pixel
    property real loudness: 1 // of every player, after timetable and cap
    property bool captions: false // it is noisy: captions stay on

    // Colour. Light "paper" and high-contrast "night"; every token has both.
    readonly property color dark: "#000000" // a sleeping screen
    readonly property color paper: night ? "#000000" : "#F3EADA"
    readonly property color sheet: night ? "#000000" : "#FBF6EB"
    readonly property color kraft: night ? "#1A1A1A" : "#E6D8BF"
    readonly property color ink: night ? "#FFFFFF" : "#1C1917"
    readonly property color ink2: night ? "#FFFFFF" : "#564C41"
    readonly property color off: night ? "#B8B8B8" : "#6E6252"
    readonly property color red: night ? "#FFD23F" : "#B3261C"
    readonly property color redDark: night ? "#FFD23F" : "#8E1B14"
    readonly property color overRed: night ? "#000000" : "#F3EADA"
    readonly property color gold: night ? "#FFD23F" : "#C59B48"
    readonly property color goldText: night ? "#FFD23F" : "#755417"
    readonly property color goldOnInk: night ? "#000000" : "#C59B48"
    readonly property color blue: night ? "#9AD0F0" : "#26424F"
    readonly property color green: night ? "#7CE0A4" : "#2C6145"
    readonly property color overGreen: night ? "#000000" : "#FBF6EB"
    readonly property color highlight: night ? "#FFD23F" : "#F0D28C"
    readonly property color overHighlight: night ? "#000000" : "#1C1917"
    readonly property color rule: night ? "#8A8A8A" : "#C9B899"
    readonly property color track: night ? "#B0B0B0" : "#CDBD9F"
    readonly property color overInk: night ? "#000000" : "#F3EADA"
    readonly property color overInk2: night ? "#000000" : "#D8CBB3"
    readonly property color overInkOff: night ? "#6A6A6A" : "#8E8475"
    readonly property color overInkTrack: night ? "#B0B0B0" : "#5A5148"
    readonly property color overInkLine: night ? "#000000" : "#7A6F62"
    readonly property color inkPressed: night ? "#D8D8D8" : "#3B352F"
    readonly property color keyFunction: night ? "#333333" : "#D3C19F"
    readonly property color pale: night ? "#4A4A4A" : "#DFCDAF"
    // Posters and the attract wall keep their own colours in both themes.
    readonly property color artPaper: "#F3EADA"
    readonly property color artInk: "#1C1917"
    readonly property color artRed: "#B3261C"
    readonly property color artBlue: "#26424F"
    readonly property color artGold: "#C59B48"

    // Type.
    readonly property string song: latin ? "Noto Serif Latin" : "Noto Serif SC"
    readonly property string sans: latin ? "Noto Sans Latin" : "Noto Sans SC"
    readonly property int numeral: landscape ? 420 : 500
    readonly property int state: 190
    readonly property int display: landscape ? 116 : 128
    readonly property int door: landscape ? 100 : 104
    readonly property int h1: landscape ? 80 : 92
    readonly property int question: landscape ? 68 : 80
    readonly property int h2: 60
    readonly property int h3: landscape ? 48 : 50
    readonly property int captionLive: landscape ? 56 : 54
    readonly property int option: 44
    readonly property int button: 40
    readonly property int label: 34
    readonly property int meta: 30
    readonly property int small: 28
    readonly property int read: [36, 42, 50, 60][readSize]
    readonly property real readLine: 1.7
    readonly property int noteSize: [30, 34, 38, 44][readSize] // what is read beside a title; follows the reader's size

    // Space.
    readonly property int s1: 8
    readonly property int s2: 12
    readonly property int s3: 24
    readonly property int s4: 36
    readonly property int s5: 48
    readonly property int s6: 72
    readonly property int s7: 96
    readonly property int s8: 144
    readonly property int margin: 72
    readonly property int hairline: 2
    readonly property int line: 3
    readonly property int edge: 4
    readonly property int section: 6
    readonly property int strip: 8

    // Touch. The floor is 20 mm of glass, 25 mm with gloves.
    readonly property int reachDrop: 208 // brings what lies lowest of the upper half into the lower one
    readonly property int lowered: low && !landscape ? reachDrop : 0
    readonly property int touchFloor: Math.ceil((gloves ? 25 : 20) * pxPerMm)
    readonly property int chip: Math.max(96, touchFloor)
    readonly property int control: Math.max(120, touchFloor)
    readonly property int optionHeight: Math.max(136, touchFloor)
    readonly property int rowHeight: Math.max(164, touchFloor)
    readonly property int tile: Math.max(212, touchFloor)
    readonly property int nav: Math.max(landscape ? 116 : 144, touchFloor)
    readonly property int skirting: nav + strip
    readonly property int aboveTrays: 368 // clears every tray and panel that stands on the skirting
    readonly property int handZone: landscape ? 0 : 768 // nothing is touched above this in portrait

    // Motion, milliseconds.
    readonly property int step: calm ? 0 : 180
    readonly property int page: calm ? 0 : 320
    readonly property int drop: calm ? 0 : 420
    readonly property int sentence: 120
    readonly property int attract: calm ? 0 : 900
    readonly property int attractHold: 12000
    readonly property int loadingAfter: 400
    readonly property int noticeStays: 6000
}
