"""What other programs' HTML means, as data.

`foreign_html` reads it, and `static/js/paste.js` is handed the same, so that server and editor judge alike.
Patterns are regular expressions that Python and JavaScript read in the same way. A `style` pattern is tried on the
element's settled style, written in lower case as `;name:value;name:value;`; a `class` pattern on each class alone.
"""

from typing import Any

# Programs whose language marks are guesses of their spelling checker, and whose bold first rows are header rows.
OFFICE = r"mso-|class=[\"']?Mso|urn:schemas-microsoft|docs-internal-guid|google-sheets|LibreOffice|class=[\"']western"

# Elements that are left out with all that they hold, by what they are; the first that fits decides. "" is not told:
# it holds nothing that anybody wrote to be read. Within it the rest is still told.
LEFT_OUT: list[Any] = [
    ["", {"style": r";mso-element:(?:comment-list|field-begin|field-separator|field-end|header|footer);"}],
    ["comment", {"style": r";mso-element:comment;", "class": r"^(?:MsoCommentText|msocomtxt)$"}],
    ["comment_mark", {"style": r";mso-special-character:comment;", "class": r"^(?:MsoCommentReference|msocomanchor)$"}],
    ["comment_mark", {"href": r"#(?:_msocom_|cmnt\d)"}],
    ["deleted", {"tag": r"^(?:del|s|strike)$", "class": r"^(?:msodel|TrackChangeTextDeletion.*)$"}],
    ["deleted", {"style": r";text-decoration(?:-line)?:[^;]*line-through"}],
    ["hidden", {"style": r"^(?=.*;overflow(?:-[xy])?:hidden;)(?=.*;(?:max-)?(?:height|width):[01](?:p[tx])?;)"}],
    ["hidden", {"attribute": "hidden", "tag": r"^(?:dialog|datalist)$"}],
    ["hidden", {"class": r"^(?:element-(?:invisible|hidden)|visually-hidden|sr-only)$"}],
    ["hidden", {"style": r";(?:display:none|mso-hide:(?:all|screen)|opacity:0(?:\.0+)?|max-height:0(?:p[tx])?|"
                         r"clip:rect\([^;]*|clip-path:inset\((?:50|100)%[^;]*|transform:scale\(0\)|(?:text-indent|left|top):-\d{3,}[^;]*);"}],
    ["mail", {"class": r"^(?:gmail_(?:attr|signature)|moz-cite-prefix|moz-signature)$",
              "id": r"^(?:x_)*divRplyFwdMsg$"}],
    ["picture", {"tag": r"^(?:img|canvas)$"}],
    ["embedded", {"tag": r"^(?:iframe|object|embed|video|audio|applet)$"}],
    ["", {"tag": r"^(?:script|style|head|title|xml|template|noscript|noembed|noframes|frameset)$"}],
    ["", {"tag": r"^(?:textarea|select|button|input|svg|math)$"}],
]  # fmt: skip
# Letters that cannot be seen, by a property that a nested element may set anew.
UNSEEN = {
    "visibility": r"^(?:hidden|collapse)$",
    "font-size": r"^(?:0(?:\.0+)?(?:p[tx]|r?em|%)?|(?:0?\.\d+|1(?:\.\d+)?)p[tx])$",
}
# And those in the colour of their ground: white where none is set, black or as before on black, as one blots words out.
GROUND = r";(?:background(?:-color)?|mso-shading):(?!transparent|none|initial|inherit|unset)([^;]+?)(?: [^;]*)?;"
AS_BEFORE = r"^(?:inherit|unset|revert|currentcolor)$"
CLEAR = r"^(?:transparent|rgba\([\d.]+,[\d.]+,[\d.]+,0\))$"
WHITE = r"^(?:#f[c-f]f[c-f]f[c-f]|#fff|white|rgba?\(255[, ]255[, ]255(?:,[\d.]+)?\))$"
BLACK = r"^(?:#000|#000000|black|windowtext|rgba?\(0[, ]0[, ]0(?:,[\d.]+)?\))$"
# The instructions of a field (a page number, a table of contents), between two marks of Word's.
FIELD = r";mso-element:field-(begin|separator|end);"
# The way back from a comment of Google Docs' web page to its text: the paragraph around it is the comment.
COMMENT_RETURN = r"^cmnt\d+$"
# A box that lists a thing as done or not, drawn as a picture or as the item's role.
CHECKBOX = {"role": r"^checkbox$", "done": "☑ ", "open": "☐ "}
# The quoted letter below an answer: left out, unless there is nothing else.
QUOTED_MAIL = {"class": r"^(?:gmail_quote|yahoo_quoted)$", "id": r"^mail-editor-reference"}

# The letters' own form: by tag, and by style, which may also take it back, an inherited form too.
MARKS: dict[str, dict[str, Any]] = {
    "strong": {"tag": r"^(?:b|strong)$", "on": r";font-weight:(?:bold|bolder|[6-9]00);|;font:[^;]*\bbold\b",
               "off": r";font-weight:(?:normal|lighter|[1-5]00);", "inherited": True},
    "em": {"tag": r"^(?:i|em)$", "on": r";font-style:(?:italic|oblique)|;font:[^;]*\bitalic\b",
           "off": r";font-style:normal;", "inherited": True},
    "u": {"tag": r"^u$", "on": r";text-decoration(?:-line)?:[^;]*\bunderline", "off": r";text-decoration:none;"},
    "sup": {"tag": r"^sup$", "on": r";vertical-align:super;", "off": r";vertical-align:baseline;"},
    "sub": {"tag": r"^sub$", "on": r";vertical-align:sub;", "off": r";vertical-align:baseline;"},
}  # fmt: skip
# Underlined by the program, not by the author: what was inserted, and what is a link.
NOT_UNDERLINED = {"class": r"^(?:msoins|MsoHyperlink(?:Followed)?|TrackChangeTextInsertion.*)$"}

HEADING_CLASS = r"^(?:Mso)?Heading ?(\d)$"
HEADING_STYLE = r";mso-outline-level:(\d)|;mso-style-name:[\"']?(?:heading|หัวเรื่อง) (\d)"
TITLES = {"MsoTitle": 1, "MsoSubtitle": 2}

# Word's bullet or number for programs that know no Word lists, where only comments say so.
SUPPORT_LISTS = r"<!(?:--)?\[(if !supportLists|endif)\](?:--)?>"
# Lists that are paragraphs with a number or a bullet in front.
LIST_STYLE = r";mso-list:(l\d+) (?:level(\d))?"
LIST_MARKER = r";mso-list:ignore;"
# By its marker, a list that HTML can number; other markers stay as text. A marker that is no number at all is a bullet.
NUMBERED = [
    ["", r"^\(?([0-9๐-๙]{1,4})[.)]*$"],
    ["i", r"^\(?([ivx]+)[.)]+$"],
    ["I", r"^\(?([IVX]+)[.)]+$"],
    ["a", r"^\(?([a-z])[.)]+$"],
    ["A", r"^\(?([A-Z])[.)]+$"],
]
BULLET = r"^[^0-9๐-๙ก-ฮ.()]$"

# A break of the page, not of the line.
PAGE_BREAK = r";page-break-before:always|;mso-break-type:(?:page|section)"

# A link that the public can follow, after the detour over a program's counter is taken out.
LINK = r"^(?:https?://[^\s\\/]+|mailto:|tel:|/(?![/\\]))[^\s\\]*$"
NO_LINK = r"^(?:https?://[^/]+)?/admin(?:[/?#]|$)|#(?:_(?:ftn|edn|msocom|Toc|Hlk|Ref)|sdfootnote|sdendnote|ftnt|cmnt)"
DETOURS = [
    [r"^https?://(?:www\.)?google\.[a-z.]+/url\?", "q"],
    [r"^https?://(?:www\.)?google\.[a-z.]+/url\?", "url"],
    [r"^https?://[\w.-]+\.safelinks\.protection\.outlook\.com/", "url"],
    [r"^https?://lm?\.facebook\.com/l\.php\?", "u"],
]

# A chat that LINE saved as text: hour, name and words between tabs, the day on a line of its own.
CHAT = {
    "message": r"^\d{1,2}[:.]\d{2}(?:\s?[AP]M)?\t[^\t]*\t",
    "day": r"^(?:\[LINE\].*|(?:Saved on|บันทึกเมื่อ)\s?:.*|"
           r"(?:\D{1,14}\s?)?\d{1,4}[./]\d{1,2}[./]\d{1,4}(?:\s*\(?\D{0,14}\)?)?)$",
    "picture": r"^\[(?:photo|video|sticker|album|file|รูป|รูปภาพ|วิดีโอ|สติกเกอร์|อัลบั้ม|ไฟล์)\]$",
}  # fmt: skip

# A photograph of the record in its text (photos.py): a figure that names its key.
PHOTO = {"tag": "figure", "attribute": "data-photo", "key": r"^[0-9a-f]{32}$"}

# How tags are written: as another; as a paragraph around the text that stands in them; as a box of text or of boxes.
RENAMED = {"b": "strong", "i": "em", "h5": "h4", "h6": "h4", "tfoot": "tbody"}
PARAGRAPHS = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "pre", "address", "figcaption", "summary", "legend"]
CONTAINERS = ["div", "section", "article", "main", "header", "footer", "aside", "nav", "center", "figure", "form",
              "fieldset", "details", "dl", "hr"]  # fmt: skip
TEXT_BOXES = ["li", "td", "th", "blockquote", "caption"]
BOXES = ["table", "thead", "tbody", "tfoot", "tr"]
KEPT_ATTRIBUTES = {"th": ["scope", "colspan", "rowspan"], "td": ["colspan", "rowspan"], "ol": ["start", "type"]}

RULES = {name.lower(): value for name, value in list(globals().items()) if name.isupper()}
