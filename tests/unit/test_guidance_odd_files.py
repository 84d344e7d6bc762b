"""Whatever is done to a guidance file, looking it over ends in guidance or in sentences."""

import random
from datetime import date

import pytest

from sgdesk.domain.answers import Nation
from sgdesk.library.guidance import guidance_for
from sgdesk.library.guidance_looked_over import looked_over
from sgdesk.paths import resources

TODAY = date(2026, 12, 3)
LINES = (resources() / "guidance" / "england.toml").read_text("utf-8").split("\n")
VALUES = ("5", "[]", '""', "{ a = 1 }", "2026-12-01T10:00:00Z", '"whim"', "true", "[[[1]]]")


def with_odd_lines(seed):
    chosen, lines = random.Random(seed), list(LINES)
    for _change in range(chosen.randint(1, 3)):
        at = chosen.randrange(len(lines))
        if chosen.random() < 0.2:
            del lines[at]
        elif chosen.random() < 0.2:
            lines.insert(at, lines[chosen.randrange(len(lines))])
        elif "=" in lines[at]:
            lines[at] = lines[at].split("=")[0] + "= " + chosen.choice(VALUES)
        else:
            lines[at] += chr(chosen.randrange(1, 0x2100))
    return "\n".join(lines).encode()


@pytest.mark.parametrize("seed", range(60))
def test_a_file_with_odd_lines_is_taken_whole_or_refused_in_sentences(seed):
    own = guidance_for(Nation.ENGLAND)

    found, wrong = looked_over(with_odd_lines(seed), Nation.ENGLAND, own, TODAY)

    assert (found is None) == bool(wrong)
    assert all(sentence.endswith(".") for sentence in wrong)


@pytest.mark.parametrize("nation", list(Nation))
def test_the_programs_own_file_of_each_nation_has_no_fault(nation):
    content = (resources() / "guidance" / f"{nation}.toml").read_bytes()

    found, wrong = looked_over(content, nation, guidance_for(nation), TODAY)

    assert wrong == ()
    assert found == guidance_for(nation)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'format=1\nnation=["england"]', "for which nation"),
        (b'format=1\nnation="england"\nsources={a=1}', "must be a list"),
        (b'format=1\nnation="england"\nversion=5', "not of the form"),
        (b'format=1\nnation="england"\nversion="x"\nchecked_on=2026-11-30', "nothing to choose"),
        (b'format=1\nnation="england"\n"\xe2\x80\xae"=1', "knows no such part"),
    ],
)
def test_a_file_of_the_wrong_shape_is_refused_in_sentences(content, said):
    _found, wrong = looked_over(content, Nation.ENGLAND, guidance_for(Nation.ENGLAND), TODAY)

    assert any(said in sentence for sentence in wrong)
