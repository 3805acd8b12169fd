"""Embeds of every kind: what is read from them, what a careful editor leaves, and what must stay."""

import pytest

from newsnorm.embeds import find_embeds, remove_embeds

A, B = "The ferry was late again on Monday, and nobody at the harbour knew why.", "It left at noon."

# what stands between two paragraphs, and what is read from it: kind, name, attributes, content
READ: list[tuple[str, str, str, dict[str, str], str | None]] = [
    ('{{< tweet user="tern" id="7" >}}', "hugo_shortcode", "tweet", {"user": "tern", "id": "7"}, None),
    ('{% include youtube.html id="abc" %}', "liquid_tag", "include", {"0": "youtube.html", "id": "abc"}, None),
    ("{{ tern.title }}", "mustache", "mustache", {}, None),
    ("{{caption}}", "mustache", "caption", {}, None),
    (
        "{mospagebreak title=Page 2&heading=Last}",
        "joomla_plugin",
        "mospagebreak",
        {"title": "Page 2", "heading": "Last"},
        None,
    ),
    ("{loadposition tern}", "joomla_plugin", "loadposition", {"0": "tern"}, None),
    ("{youtube}abcdefghijk{/youtube}", "joomla_plugin", "youtube", {}, "abcdefghijk"),
    ('{exp:tern:boats limit="3"}', "ee_tag", "exp:tern:boats", {"limit": "3"}, None),
    (
        "[[Datei:Mühle.jpg|mini|200px|alt=x|Die [[Mühle]]]]",
        "mediawiki_file",
        "File",
        {"0": "Mühle.jpg"},
        "Die [[Mühle]]",
    ),
    (
        '[[{"fid":"7","view_mode":"full","fields":{"fid":"8"},"type":"media"}]]',
        "drupal_media_json",
        "media",
        {"fid": "7", "view_mode": "full", "type": "media"},
        None,
    ),
    (
        "[[{&quot;fid&quot;:&quot;7&quot;,&quot;view_mode&quot;:&quot;full&quot;}]]",
        "drupal_media_json",
        "media",
        {"fid": "7", "view_mode": "full"},
        None,
    ),
    ("[img_assist|nid=7|title=The mill]", "drupal_filter", "img_assist", {"nid": "7", "title": "The mill"}, None),
    (
        "[video:https://a.example/v width:300]",
        "drupal_filter",
        "video",
        {"0": "https://a.example/v", "width": "300"},
        None,
    ),
    ("[ad#ad-2]", "ad_token", "ad", {"0": "ad-2"}, None),
    ("<!--more-->", "html_comment", "more", {}, None),
    ("<!-- box 7 -->", "html_comment", "comment", {}, None),
    ('<!-- wp:tern/box {"id":7,"wide":true} /-->', "gutenberg_comment", "tern/box", {"id": "7", "wide": "true"}, None),
    ("<!-- wp:box {broken} -->", "gutenberg_comment", "box", {}, None),
    (
        '<iframe width="1" src="https://a.example/v"></iframe>',
        "html_escaped",
        "iframe",
        {"src": "https://a.example/v"},
        None,
    ),
    ('<drupal-entity data-uuid="a-b"></drupal-entity>', "drupal_tag", "drupal-entity", {"data-uuid": "a-b"}, None),
    ("</iframe>", "html_escaped", "iframe", {}, None),
    (
        "[url=https://a.example][img]https://a.example/b[/img][/url]",
        "bbcode",
        "url",
        {"0": "https://a.example"},
        "[img]https://a.example/b[/img]",
    ),
    (
        "— Tern Fair (@tern_fair) 14. Juni 2018",
        "tweet",
        "tweet",
        {"handle": "tern_fair", "name": "Tern Fair", "date": "14. Juni 2018"},
        A,
    ),
    (
        "A post shared by Tern (@tern.fair) on Apr 27, 2020 at 9:24am PDT",
        "instagram",
        "instagram",
        {"handle": "tern.fair", "name": "Tern", "date": "Apr 27, 2020 at 9:24am PDT"},
        None,
    ),
    (
        "View this post on Instagram\n\u00a0\nLow #tide\nA post shared by Tern (@tern)",
        "instagram",
        "instagram",
        {"handle": "tern", "name": "Tern"},
        "Low #tide",
    ),
    ("View this post on Instagram", "instagram", "instagram", {}, None),
    (
        "Low #tide at the mill\nEin Beitrag geteilt von Tern (@tern)",
        "instagram",
        "instagram",
        {"handle": "tern", "name": "Tern"},
        "Low #tide at the mill",
    ),
    (
        "Posted by Tern Fair on Monday, February 7, 2022",
        "facebook_post",
        "facebook",
        {"name": "Tern Fair", "date": "Monday, February 7, 2022"},
        None,
    ),
    (
        "The fair opens at ten and…\nPosted by Tern Fair on Monday, February 7, 2022",
        "facebook_post",
        "facebook",
        {"name": "Tern Fair", "date": "Monday, February 7, 2022"},
        "The fair opens at ten and…",
    ),
    ("@tern Low tide ♬ original sound - Tern", "tiktok", "tiktok", {"handle": "tern"}, None),
    ("Embed from Getty Images", "getty", "getty", {}, None),
    ("Video Player is loading.\nPlay Video\nMute", "player_chrome", "video.js", {}, None),
    ("Please accept YouTube cookies to play this video.", "consent_placeholder", "youtube", {}, None),
    ("Inhalte von Instagram anzeigen", "consent_placeholder", "instagram", {}, None),
    ('{\n"@context": "https://schema.org",\n"@type": "Thing"\n}', "jsonld", "script", {}, None),
    ("@media print{a{color:red}}\n.x { margin: 0; } /* end */", "style", "style", {}, None),
    ("freestar.queue.push(function () { googletag.display('a'); });", "script", "freestar", {}, None),
    ("var tern = 7;", "script", "script", {}, None),
    ("if (window.tern) {\n  tern.start();\n}", "script", "script", {}, None),
    (
        "(function(d, s) {\nvar x = 'a;b'; // that's it\nvar y = \"}\";\n})(document, 'script')",
        "script",
        "script",
        {},
        None,
    ),
]


@pytest.mark.parametrize(("text", "kind", "name", "attrs", "content"), READ, ids=[row[0][:30] for row in READ])
def test_what_is_read(text: str, kind: str, name: str, attrs: dict[str, str], content: str | None) -> None:
    """Kind, name, attributes and content, and the paragraphs around stay as they are."""
    page = f"{A}\n{text}\n{B}"
    found = find_embeds(page)[0]
    assert (found.kind, found.name, dict(found.attrs), found.content) == (kind, name, attrs, content)
    assert page[found.end :].startswith(f"\n{B}") or kind == "bbcode"
    assert remove_embeds(page) == (B if content == A else f"{A}\n{B}")


SIGNED = "— Jane Ronan (@jane_ronan) October 21, 2025"
TOLD = "Her office said that the bridge would stay closed until the engineers had done their work on the eastern pier."

# the story's lines above, the lines of the tweet
REACHES = [
    ("", ["The bridge collapsed at 4am.", "Nobody was hurt.", "The cause is unknown. pic.twitter.com/AbCdEf1234"]),
    ("", ["BREAKING: The bridge is closed.", "More to follow."]),
    ("", ["GOAL! Tern 1-0 Mill", "Ronan heads home from a corner on 34 minutes."]),
    ("", ["1. The bridge is closed.", "2. The ferry is late.", "3. The mayor is gone."]),
    ("", ["Thread:", "The bridge was never safe, and the city knew it. 1/7"]),
    ("", ["RT @ternferry: The 9 o'clock boat is cancelled."]),
    ("She wrote:", ["The bridge is closed.", "I am sorry."]),
    ("Fans were not happy.", ["What a disgrace. Sell the club."]),
    ("One fan could not believe it.", ["lol what"]),
    ("The mayor then tweeted this.", ["The bridge is closed."]),
    ("Subheading without a stop", ["The bridge is closed. pic.twitter.com/AbCdEf1234"]),
    ("Advertisement", ["The bridge is closed.", "We are sorry."]),
    ("“It was not me,” she told the court.", ["The bridge is closed."]),
]


@pytest.mark.parametrize(("above", "lines"), REACHES)
def test_how_far_up_a_tweet_reaches(above: str, lines: list[str]) -> None:
    """Its short lines on a page of long paragraphs; not a line that leads to it, reports, or labels."""
    story = f"{TOLD}\n{above}" if above else TOLD
    page = "\n".join([story, *lines, SIGNED, A, TOLD])
    assert [page[: one.start] for one in find_embeds(page)] == [f"{story}\n"]


FALLBACKS = [
    "Désolé, votre navigateur ne supporte pas les vidéos intégrées.",
    "Tarayıcınız bu ses dosyasını desteklemiyor.",
    "このブラウザはvideoタグに対応していません。",
    "Selaimesi ei tue HTML5-videota.",
    "Necesitas habilitar JavaScript para ver este video.",
    "Accepteer de marketingcookies om deze content te zien.",
    "Du skal acceptere cookies for at se dette indhold.",
    (
        "Sie sehen gerade einen Platzhalterinhalt von Vimeo. Um auf den Inhalt zuzugreifen, klicken Sie auf die"
        " Schaltfläche.\nMehr Informationen\nInhalt entsperren\n"
        "Erforderlichen Service akzeptieren und Inhalte entsperren"
    ),
    "Audio Player\n00:00\n00:00\nUse Up/Down Arrow keys to increase or decrease volume.",
    "Video Player is loading.\nPlay Video\nPlay\nMute\nCurrent Time 0:00\n/\nDuration 1:23\nLIVE\n1x",
]


@pytest.mark.parametrize("lines", FALLBACKS)
def test_lines_of_any_site(lines: str) -> None:
    """Sentences that no rule has word for word are one embed with the buttons beside them."""
    page = f"{A}\n{lines}\n{B}"
    assert [page[one.start : one.end] for one in find_embeds(page)] == [lines]


NO_FALLBACKS = [
    "Your browser knows more about you than your spouse.",
    "Ihr Browser verrät, welche Videos Sie nicht zu Ende sehen.",
    "You must enable two-factor login, the bank wrote to its customers.",
    "This video was blocked after a complaint, and the cookies had nothing to do with it, the regulator said.",
    "Dieses Video wurde mit Zustimmung der Familie geladen.",
    "Externe Inhalte wie Videos dürfen nur mit Einwilligung der Nutzer geladen werden.",
    "Este video fue bloqueado por decisión de un juez, sin consentimiento de la familia.",
    "Klicken Sie nie auf Links in solchen Beiträgen, wenn nach Daten gefragt wird.",
    "The video could not be loaded into evidence, and the trial went on.",
    "To view this video as a confession would be wrong, the lawyers argued.",
    "Mehr Informationen\nDetails\n0:00",
]


@pytest.mark.parametrize("lines", NO_FALLBACKS)
def test_sentences_on_browsers_and_consent_stay(lines: str) -> None:
    """Reports use the same words; buttons alone prove nothing."""
    assert find_embeds(f"{A}\n{lines}\n{B}") == ()


POINTED: list[tuple[str, str | None, str | None]] = [
    ("[embed]https://youtu.be/abcdefghijk[/embed]", "https://youtu.be/abcdefghijk", "abcdefghijk"),
    (
        "[youtube=https://www.youtube.com/watch?a=b&amp;v=abcdefghijk&w=6]",
        "https://www.youtube.com/watch?a=b&v=abcdefghijk&w=6",
        "abcdefghijk",
    ),
    ("[vimeo 123456]", None, "123456"),
    ("{{< youtube abcdefghijk >}}", None, "abcdefghijk"),
    ("{% tweet https://twitter.com/tern/status/123456 %}", "https://twitter.com/tern/status/123456", "123456"),
    ("{youtube}abcdefghijk{/youtube}", None, "abcdefghijk"),
    ('[audio src="https://a.example/b.mp3" /]', "https://a.example/b.mp3", None),
    ("[gallery ids=”1,2″]", None, None),
    ('[[{"fid":"81","view_mode":"full"}]]', None, "81"),
]


@pytest.mark.parametrize(("text", "url", "number"), POINTED)
def test_addresses_and_ids(text: str, url: str | None, number: str | None) -> None:
    """Address and id, where the residue tells them."""
    found = find_embeds(text)[0]
    assert (found.url, found.id) == (url, number)


CLEAN = [
    ("A.\n\n[vimeo 123456]\n\nB.", "A.\n\nB."),
    ("A.\n[vimeo 123456]\nB.", "A.\nB."),
    ("A.\n[vimeo 123456]\n\nB.", "A.\n\nB."),
    ("A.\n\n\n[vimeo 123456]", "A."),
    ("[vimeo 123456]\n\nA.", "A."),
    ("[vimeo 123456]", ""),
    ("A [vimeo 123456] b.", "A b."),
    ("A [vimeo 123456].", "A."),
    ("A[vimeo 123456]b", "A b"),
    ("A.[vimeo 123456]B", "A.B"),
    ("雨[vimeo 123456]風", "雨風"),
    ("A [dropcap]b[/dropcap]c d", "A bc d"),
    ("[vc_row]\nA.\n[/vc_row]", "A."),
    ("  [vimeo 123456] A.", "A."),
    ("A. [vimeo 123456] [vimeo 123457] B.", "A. B."),
    ("A.\r\n[vimeo 123456]\r\nB.", "A.\r\nB."),
    ("A. [tern_box\n id=7] B.", "A. B."),
    ('A.\n<!-- wp:embed {"url":"https://a.example/b"} -->\nhttps://a.example/b\n<!-- /wp:embed -->\nB.', "A.\nB."),
    ("* {{ tern.title }}\nB.", "B."),
    ("[vc_row][caption id=1]The pier[/caption]A.[/vc_row]", "A."),
    ("{{% notice %}}A.{{% /notice %}}", "A."),
    (
        "It sank.ADVERTISEMENTgoogletag.cmd.push(function(){googletag.display('a');});The crew",
        "It sank.ADVERTISEMENT The crew",
    ),
]


@pytest.mark.parametrize(("text", "left"), CLEAN)
def test_what_a_careful_editor_leaves(text: str, left: str) -> None:
    """Emptied lines go, blanks are not doubled, words not fused, marks sit right."""
    assert remove_embeds(text) == left


STAYS = [
    "Developers call googletag.display() to show a slot; the window.dataLayer array keeps events.",
    "Chrome will block document.write() on slow connections, the maker said.",
    "In JavaScript a function hides its variables:\nvar tern = 7;\nThat was all there is to say about code here.",
    "The set {1, 2, 3} and the file {name}.txt.",
    "var tern = 7;",
    "console.log('tern'); // 7",
    "The <video> element and the <iframe> are new.",
    "“We knew” — Jane Ronan (@jane), the former mayor, said on May 2, 2019.",
    "The manual says {{name}} prints the name and {{{html}}} raw HTML.",
    "<The Palace: A Tale> is a play; each <lambda, priority> pair has a queue.",
    'headers = {"user-agent" : AGENT}',
    "Rain floods the mill\nPosted by Jane Ronan on Monday, February 7, 2022",
    "[[Main Page]] and [[a, b], [c]] and [[ -f x ]]",
    "[[File:open.png|" + "a" * 9000,
    "[[File:a.png|one\n\ntwo]]",
    '[[{"foo":"bar"}]] and [[{"fid":"1"',
    "<!-- never closed",
    "<!--" + "x" * 21_000 + "-->",
    "<iframe src=a",
    "(function( never ends",
    "{{ a }} in a sentence and {{ b",
    "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0Z3VS5JJcds3xfn/ygWyF8PbnGy0AHB7MaAoYKpTFAlMcxZ3kPpaS1o3mIPpkP1eTq1bYyPZqQvW",
    '{"a":1,"b":2,"c":3,"d":4} is what the API of the developers returns',
    "In HTML and CSS you write:\np { margin: 0; }",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_stays(text: str) -> None:
    """Prose about code, code on pages about code, bylines, names of plays, broken tags."""
    assert find_embeds(text) == ()
    assert remove_embeds(text) == text


SIGNATURES = [
    "— Tern Fair (@ternfair) 21 de octubre de 2025",
    "— Tern Fair (@ternfair) Octubre 21 de 2025",
    "— Tern Fair (@ternfair) 21st October 2025",
    "— Tern Fair (@ternfair) 2025. október 21.",
    "— Tern Fair (@ternfair) 2025. gada 21. oktobris",
    "— Tern Fair (@ternfair) Tháng Mười 21, 2025",
    "— Tern Fair (@ternfair) 10월 21, 2025",
    "— Tern Fair (@ternfair) 21 октября 2025 г.",
    "— Tern — The Fair @ Night (@ternfair) October 21, 2025",
    "— Tern Fair (@ternfair) [October 21, 2025](https://twitter.com/ternfair/status/7)",
    "— Tern Fair (@ternfair) October 21, 2025 (opens in a new tab)",
    "— Tern Fair (@ternfair)",
    "Tern Fair (@ternfair) October 21, 2025",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_how_a_tweet_is_signed(signature: str) -> None:
    """In any language's date; without date or dash where a link stands above."""
    tweet = f"The gates are open. pic.x.com/AbCdEf1234\n{signature}"
    (found,) = find_embeds(f"{A}\n{tweet}\n{A}")
    assert (found.attrs["handle"], found.content) == ("ternfair", "The gates are open. pic.x.com/AbCdEf1234")
    assert (found.start, found.end) == (len(A) + 1, len(A) + 1 + len(tweet))


POSTS = [
    ("A post shared by Tern Fair (@tern.fair) on\nJun 16, 2019 at 7:30am PDT", "Jun 16, 2019 at 7:30am PDT"),
    ("Post udostępniony przez Tern (@tern.fair) Kwi 27, 2020 o 9:24 PDT", "Kwi 27, 2020 o 9:24 PDT"),
    ("A photo posted by @tern.fair on Apr 27, 2016 at 9:24am PDT", "Apr 27, 2016 at 9:24am PDT"),
    ("在 Instagram 查看這則貼文\n\nTern（@tern.fair）分享的貼文", None),
    ("View this post on Instagram\nA post shared by Tern Fair (@tern.fair)", None),
]


@pytest.mark.parametrize(("post", "date"), POSTS)
def test_how_a_post_is_signed(post: str, date: str | None) -> None:
    """The date may stand on the next line if the signature leads to it; a line with a year in it may be the story's."""
    (found,) = find_embeds(f"{A}\n{post}\n2019 was a good year\n{A}")
    assert (found.attrs["handle"], found.attrs.get("date")) == ("tern.fair", date)
    assert (found.start, found.end) == (len(A) + 1, len(A) + 1 + len(post))


SCRIPTS = [
    "if (typeof googletag !== 'undefined') { googletag.cmd.push(function() { googletag.display('a'); }); }",
    "var googletag = googletag || {};\ngoogletag.cmd = googletag.cmd || [];",
    "window.googletag.cmd.push(() => { window.googletag.display('a'); });",
    "(nueva imagen ()). src = '//ads.example/a'; cnx.cmd.push (function () {cnx ({playerId: 'a'}). render ('b');});",
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_loader_right_behind_a_sentence(script: str) -> None:
    """`get_text()` without a separator glues scripts to the words before them."""
    assert remove_embeds(f"{A}{script}\n{B}") == f"{A}\n{B}"


PROSE = [
    "A post shared by Ann Marsh (@annmarsh) shows the flood at the mill.",
    "A post shared by the mayor on Monday was deleted.",
    "Ann Marsh (@annmarsh) October 21, 2025",
    "The function of the liver (see below); it cleans the blood.",
    "[Advertisement] [poll] [map of the harbour] [left] Ann Marsh",
    "Use the <img> tag, or <blockquote>, with care.",
    "[video:Celebration of the fair]",
]


@pytest.mark.parametrize("line", PROSE)
def test_sentences_that_look_alike_stay(line: str) -> None:
    """Prose on posts, bylines with a handle, editors' brackets."""
    text = f"{A}\n{line}\n{A}"
    assert find_embeds(text) == ()
    assert remove_embeds(text) == text


def test_types_are_checked() -> None:
    """A wrong type says what to pass."""
    with pytest.raises(TypeError, match="find_embeds"):
        find_embeds(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="decode"):
        remove_embeds(b"x")  # type: ignore[arg-type]
