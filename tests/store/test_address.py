"""Where a record is: addresses as they are typed, and no secret of theirs in anything shown."""

from pathlib import Path

import pytest

from tipfloor.store.address import BadAddress, Database, read_address

SECRET = "s3cr3t-q7"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("postgresql://db/tipfloor", "postgresql://db/tipfloor"),
        (
            "postgres://desk@db:5433/tipfloor?record=a-b",
            "postgresql://desk@db:5433/tipfloor?record=a-b",
        ),
        ("PostgreSQL://desk@db/x", "postgresql://desk@db/x"),
        ("postgresql://one:5432,two:5433/x", "postgresql://one:5432,two:5433/x"),
        ("postgresql://[::1]:5432/x", "postgresql://[::1]:5432/x"),
        ("postgresql:///x?service=seventh", "postgresql:///x?service=seventh"),
        ("postgresql://", "postgresql:///"),
        (f"postgresql://desk:{SECRET}@db/x", "postgresql://desk@db/x"),
        (
            f"postgresql://desk@db/x?password={SECRET}&sslmode=require",
            "postgresql://desk@db/x?sslmode=require",
        ),
        ("postgresql://me%40corp@db/x", "postgresql://me%40corp@db/x"),
        ("postgresql://u@/x?host=/run/pg", "postgresql://u@/x?host=/run/pg"),
    ],
)
def test_an_address_is_read_and_shown_without_what_is_secret(typed: str, shown: str) -> None:
    address = read_address(typed)
    assert isinstance(address, Database)
    assert str(address) == shown
    assert SECRET not in f"{address!r} {address.name}"
    assert read_address(shown) == Database(address.parameters, address.record)


def test_what_is_secret_is_kept_and_hidden_in_what_a_server_says() -> None:
    address = read_address("postgresql://desk:p%40ss%2Fword@db/x")
    assert isinstance(address, Database)
    assert address.secrets == (("password", "p@ss/word"),)
    said = address.hiding("no p@ss/word, no p%40ss%2Fword for desk")
    assert said == "no •••, no ••• for desk"


@pytest.mark.parametrize(
    "typed", ["r.sqlite", "/tmp/a:b/r", "C:/meetings/r", "a b=c", "./postgres"]
)
def test_a_file_is_a_file(typed: str) -> None:
    assert read_address(typed) == Path(typed)


@pytest.mark.parametrize(
    ("typed", "code", "near"),
    [
        ("postgre://db/x", "scheme", "postgresql"),
        ("postgresq://db/x", "scheme", "postgresql"),
        ("mysql://db/x", "scheme", ""),
        ("sqlite:///r.sqlite", "scheme", ""),
        ("postgresql:/db/x", "slashes", ""),
        ("postgresql:db", "slashes", ""),
        ("postgresq:db", "scheme", "postgresql"),
        (f"host=db password={SECRET}", "keywords", ""),
        (f"postgresql://desk:{SECRET}@{SECRET}@db/x", "unreadable", ""),
        (f"postgresql://desk:a/{SECRET}@db/x", "unreadable", ""),
        (f"postgresql://desk:12/{SECRET}@db/x", "unreadable", ""),
        (f"postgresql://desk:12?{SECRET}@db/x", "unreadable", ""),
        (f"postgresql://desk:12?a={SECRET}@db/x", "unreadable", ""),
        ("postgresql://db:port/x", "unreadable", ""),
        ("postgresql://db/x?record=%00", "unreadable", ""),
        ("postgresql://db/x?record=a%0Ab", "record_name", ""),
    ],
)
def test_what_is_no_address_is_refused_and_nothing_of_it_kept(
    typed: str, code: str, near: str
) -> None:
    with pytest.raises(BadAddress) as refused:
        read_address(typed)
    assert (refused.value.code, refused.value.near) == (code, near)
    assert SECRET not in f"{refused.value!r} {vars(refused.value)}"
