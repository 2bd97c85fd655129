from tracemend.matching.types import OWN, builtin_chain, is_warning, type_keys

BASES = {
    "requests.exceptions.ConnectTimeout": ("requests.exceptions.ConnectionError", "requests.exceptions.Timeout"),
    "requests.exceptions.ConnectionError": ("requests.exceptions.RequestException",),
    "requests.exceptions.RequestException": ("OSError",),
    "a.Loop": ("b.Loop",),
    "b.Loop": ("a.Loop",),
}


def test_a_bare_name_has_its_builtin_bases() -> None:
    keys = type_keys("PermissionError", {})
    assert keys == ("PermissionError", "*.PermissionError", "OSError", "Exception", "BaseException")


def test_a_dotted_name_is_not_the_builtin_of_the_same_name() -> None:
    assert type_keys("requests.exceptions.ConnectionError", {}) == (
        "requests.exceptions.ConnectionError",
        "*.ConnectionError",
    )


def test_a_class_of_the_program_itself() -> None:
    assert type_keys("OutOfStock", {}) == ("OutOfStock", "*.OutOfStock", OWN)
    assert type_keys("__main__.OutOfStock", {})[-1] == OWN
    assert OWN not in type_keys("ValueError", {})
    assert OWN not in type_keys("shop.OutOfStock", {})


def test_the_table_gives_all_bases_of_a_library_type_over_several_steps() -> None:
    keys = type_keys("requests.exceptions.ConnectTimeout", BASES)
    assert {"*.Timeout", "requests.exceptions.RequestException", "OSError", "Exception"} <= set(keys)
    assert keys.index("requests.exceptions.ConnectionError") < keys.index("OSError")


def test_a_table_that_goes_round_in_a_circle_ends() -> None:
    assert set(type_keys("a.Loop", BASES)) == {"a.Loop", "*.Loop", "b.Loop"}


def test_aliases_of_oserror_are_oserror() -> None:
    assert "OSError" in type_keys("IOError", {})
    assert builtin_chain("EnvironmentError")[0] == "OSError"


def test_types_of_newer_pythons_are_known_to_every_python() -> None:
    assert type_keys("ExceptionGroup", {})[-1] == "BaseException"
    assert "RuntimeError" in type_keys("PythonFinalizationError", {})


def test_what_is_in_builtins_but_no_exception_is_no_type() -> None:
    assert builtin_chain("print") == ()
    assert builtin_chain("int") == ()


def test_warnings_by_base_and_by_name() -> None:
    assert is_warning("DeprecationWarning")
    assert is_warning("sqlalchemy.exc.SAWarning")
    assert is_warning("Warning")
    assert not is_warning("ValueError")
    assert not is_warning("WarningLevelError")
