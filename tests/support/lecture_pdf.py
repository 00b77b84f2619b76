"""Small PDF files written by hand, so that tests need no program that makes them."""

from __future__ import annotations

from pathlib import Path


def plain_pdf(path: Path, pages: int, *, outline: bool = False, size: tuple[int, int] = (960, 540)) -> Path:
    """A PDF of `pages` pages that say `Page N`, and a blue bar on each.

    Args:
        outline: one outline entry a page, `Part N`.
        size: of a page in points.
    """
    first = 4 + pages * 2
    kids = " ".join(f"{4 + n * 2} 0 R" for n in range(pages))
    root = "<< /Type /Catalog /Pages 2 0 R" + (f" /Outlines {first} 0 R" if outline else "") + " >>"
    objects = [
        root,
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    fonts = "/Resources << /Font << /F1 3 0 R >> >>"
    for n in range(pages):
        words = f"0.15 0.26 0.31 rg 0 0 {size[0]} 40 re f BT /F1 40 Tf 100 300 Td (Page {n + 1}) Tj ET"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] {fonts} /Contents {5 + n * 2} 0 R >>",
            f"<< /Length {len(words)} >>\nstream\n{words}\nendstream",
        ]
    if outline:
        objects.append(f"<< /Type /Outlines /First {first + 1} 0 R /Last {first + pages} 0 R /Count {pages} >>")
        for n in range(pages):
            near = "".join(
                f" /{word} {first + 1 + other} 0 R"
                for word, other in (("Prev", n - 1), ("Next", n + 1))
                if 0 <= other < pages
            )
            objects.append(f"<< /Title (Part {n + 1}) /Parent {first} 0 R /Dest [{4 + n * 2} 0 R /Fit]{near} >>")
    return _write(path, objects)


def locked_pdf(path: Path) -> Path:
    """A PDF that asks for a password nobody knows."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 960 540] >>",
        f"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <{'41' * 32}> /U <{'42' * 32}> >>",
    ]
    return _write(path, objects, f"/Encrypt 4 0 R /ID [<{'00' * 16}> <{'00' * 16}>]")


def _write(path: Path, objects: list[str], trailer: str = "") -> Path:
    out = b"%PDF-1.4\n"
    places = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n".encode()
    start = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path
