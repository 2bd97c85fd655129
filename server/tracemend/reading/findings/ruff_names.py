"""The codes of ruff's rules by their names, which ruff prints instead of codes under `--preview` (0.15 and later).

    a.py:2:7: undefined-name: Undefined name `foo`          with --preview
    a.py:2:7: F821 Undefined name `foo`                     without

The table is what `ruff rule --all --output-format json` of ruff 0.17.6 names; a rule that came later keeps its name.
"""

from __future__ import annotations

from functools import cache


def code_of_rule(name: str) -> str | None:
    """`F821` for `undefined-name`; None for what is no name of a rule."""
    return _table().get(name)


@cache
def _table() -> dict[str, str]:
    return dict(rule.split("=") for rule in _RULES.split())


_RULES = """
abstract-base-class-without-abstract-method=B024 access-annotations-from-class-dict=RUF063
airflow-dag-no-schedule-argument=AIR002 airflow-task-branch-as-short-circuit=AIR004
airflow-task-implicit-multiple-outputs=AIR202 airflow-variable-get-outside-task=AIR003
airflow-variable-name-task-id-mismatch=AIR001 airflow-xcom-pull-in-template-string=AIR201
airflow3-dag-dynamic-value=AIR304 airflow3-incompatible-function-signature=AIR303 airflow3-moved-to-provider=AIR302
airflow3-removal=AIR301 airflow3-suggested-to-move-to-provider=AIR312 airflow3-suggested-update=AIR311
airflow31-moved=AIR321 ambiguous-class-name=E742 ambiguous-function-name=E743
ambiguous-unicode-character-comment=RUF003 ambiguous-unicode-character-docstring=RUF002
ambiguous-unicode-character-string=RUF001 ambiguous-variable-name=E741 and-or-ternary=PLR1706
any-eq-ne-annotation=PYI032 any-type=ANN401 argument-default-in-stub=PYI014 assert-false=B011
assert-on-string-literal=PLW0129 assert-raises-exception=B017 assert-tuple=F631 assert-with-print-message=RUF030
assert=S101 assignment-default-in-stub=PYI015 assignment-in-assert=RUF018 assignment-to-os-environ=B003
async-busy-wait=ASYNC110 async-function-with-timeout=ASYNC109 async-zero-sleep=ASYNC115 asyncio-dangling-task=RUF006
avoidable-escaped-quote=Q003 await-outside-async=PLE1142 bad-dunder-method-name=PLW3201 bad-exit-annotation=PYI036
bad-file-permissions=S103 bad-open-mode=PLW1501 bad-quotes-docstring=Q002 bad-quotes-inline-string=Q000
bad-quotes-multiline-string=Q001 bad-staticmethod-argument=PLW0211 bad-str-strip-call=PLE1310
bad-string-format-character=PLE1300 bad-string-format-type=PLE1307 bad-version-info-comparison=PYI006
bad-version-info-order=PYI066 banned-api=TID251 banned-import-alias=ICN002 banned-import-from=ICN003
banned-module-level-imports=TID253 bare-except=E722 batched-without-explicit-strict=B911 bidirectional-unicode=PLE2502
binary-op-exception=PLW0711 bit-count=FURB161 blank-line-after-decorator=E304 blank-line-after-function=D202
blank-line-before-class=D211 blank-line-before-function=D201 blank-line-between-methods=E301
blank-line-with-whitespace=W293 blank-lines-after-function-or-class=E305 blank-lines-before-nested-definition=E306
blank-lines-between-header-and-content=D412 blank-lines-top-level=E302 blanket-noqa=PGH004 blanket-type-ignore=PGH003
blind-except=BLE001 blocking-http-call-httpx-in-async-function=ASYNC212 blocking-http-call-in-async-function=ASYNC210
blocking-input-in-async-function=ASYNC250 blocking-open-call-in-async-function=ASYNC230
blocking-path-method-in-async-function=ASYNC240 blocking-sleep-in-async-function=ASYNC251
boolean-chained-comparison=PLR1716 boolean-default-value-positional-argument=FBT002
boolean-positional-value-in-call=FBT003 boolean-type-hint-positional-argument=FBT001 break-outside-loop=F701
builtin-argument-shadowing=A002 builtin-attribute-shadowing=A003 builtin-import-shadowing=A004
builtin-lambda-argument-shadowing=A006 builtin-open=PTH123 builtin-variable-shadowing=A001 byte-string-usage=PYI057
cached-instance-method=B019 call-date-fromtimestamp=DTZ012 call-date-today=DTZ011 call-datetime-fromtimestamp=DTZ006
call-datetime-now-without-tzinfo=DTZ005 call-datetime-strptime-without-zone=DTZ007 call-datetime-today=DTZ002
call-datetime-utcfromtimestamp=DTZ004 call-datetime-utcnow=DTZ003 call-datetime-without-tzinfo=DTZ001
call-with-shell-equals-true=S604 camelcase-imported-as-acronym=N817 camelcase-imported-as-constant=N814
camelcase-imported-as-lowercase=N813 cancel-scope-no-checkpoint=ASYNC100 check-and-remove-from-set=FURB132
class-as-data-structure=B903 class-with-mixed-type-vars=RUF053 collapsible-else-if=PLR5501 collapsible-if=SIM102
collection-literal-concatenation=RUF005 collections-named-tuple=PYI024 commented-out-code=ERA001
compare-to-empty-string=PLC1901 compare-with-tuple=SIM109 comparison-of-constant=PLR0133
comparison-with-itself=PLR0124 complex-assignment-in-stub=PYI017 complex-if-statement-in-stub=PYI002
complex-structure=C901 constant-imported-as-non-constant=N811 context-manager-iterator=UP052
continue-in-finally=PLE0116 continue-outside-loop=F702 convert-named-tuple-functional-to-class=UP014
convert-typed-dict-functional-to-class=UP013 create-subprocess-in-async-function=ASYNC220
custom-type-var-for-self=PYI019 dataclass-enum=RUF049 datetime-min-max=DTZ901 datetime-timezone-utc=UP017
debugger=T100 decimal-from-float-literal=RUF032 default-except-not-last=F707 default-factory-kwarg=RUF026
del-attr-with-constant=B043 delete-full-slice=FURB131 deprecated-abc-decorator=UP051 deprecated-c-element-tree=UP023
deprecated-import=UP035 deprecated-log-warn=PGH002 deprecated-mock-import=UP026 deprecated-unittest-alias=UP005
dict-get-with-none-default=SIM910 dict-index-missing-items=PLC0206 dict-iter-missing-items=PLE1141
direct-logger-instantiation=LOG001 django-all-with-model-form=DJ007 django-exclude-with-model-form=DJ006
django-extra=S610 django-locals-in-render-function=DJ003 django-model-without-dunder-str=DJ008
django-non-leading-receiver-decorator=DJ013 django-nullable-model-string-field=DJ001 django-raw-sql=S611
django-unordered-body-content-in-model=DJ012 doc-line-too-long=W505 docstring-extraneous-exception=DOC502
docstring-extraneous-parameter=DOC102 docstring-extraneous-returns=DOC202 docstring-extraneous-yields=DOC403
docstring-in-stub=PYI021 docstring-missing-exception=DOC501 docstring-missing-returns=DOC201
docstring-missing-yields=DOC402 docstring-starts-with-this=D404 docstring-tab-indentation=D206
dot-format-in-exception=EM103 double-negation=SIM208 dunder-function-name=N807 duplicate-bases=PLE0241
duplicate-class-field-definition=PIE794 duplicate-entry-in-dunder-all=RUF068 duplicate-handler-exception=B014
duplicate-isinstance-call=SIM101 duplicate-literal-member=PYI062 duplicate-try-block-exception=B025
duplicate-union-member=PYI016 duplicate-value=B033 ellipsis-in-non-empty-class-body=PYI013 empty-comment=PLR2044
empty-docstring-section=D414 empty-docstring=D419 empty-method-without-abstract-decorator=B027
empty-type-checking-block=TC005 enumerate-for-loop=SIM113 eq-without-hash=PLW1641 error-instead-of-exception=TRY400
error-suffix-on-exception-name=N818 escape-sequence-in-docstring=D301 eval=PGH001
exc-info-outside-except-handler=LOG014 except-with-empty-tuple=B029 except-with-non-exception-classes=B030
exception-without-exc-info=LOG007 exec-builtin=S102 explicit-f-string-type-conversion=RUF010
explicit-string-concatenation=ISC003 expr-and-false=SIM223 expr-and-not-expr=SIM220 expr-or-not-expr=SIM221
expr-or-true=SIM222 expressions-in-star-assignment=F621 extraneous-parentheses=UP034 f-string-docstring=B021
f-string-in-exception=EM102 f-string-in-get-text-func-call=INT001 f-string-missing-placeholders=F541
f-string-number-format=FURB116 f-string-percent-format=RUF073 f-string=UP032 fallible-context-manager=RUF075
falsy-dict-get-fallback=RUF056 fast-api-non-annotated-dependency=FAST002 fast-api-redundant-response-model=FAST001
fast-api-unused-path-parameter=FAST003 first-word-uncapitalized=D403 flask-debug-true=S201
float-equality-comparison=RUF069 for-loop-set-mutations=FURB142 for-loop-writes=FURB122
format-in-get-text-func-call=INT002 format-literals=UP030 forward-annotation-syntax-error=F722
fromisoformat-replace-z=FURB162 function-call-in-dataclass-default-argument=RUF009
function-call-in-default-argument=B008 function-uses-loop-variable=B023 future-annotations-in-stub=PYI044
future-feature-not-defined=F407 future-required-type-annotation=FA102 future-rewritable-type-annotation=FA100
generator-return-from-iter-method=PYI058 generic-not-last-base-class=PYI059 get-attr-with-constant=B009 glob=PTH207
global-at-module-level=PLW0604 global-statement=PLW0603 global-variable-not-assigned=PLW0602
hardcoded-bind-all-interfaces=S104 hardcoded-password-default=S107 hardcoded-password-func-arg=S106
hardcoded-password-string=S105 hardcoded-sql-expression=S608 hardcoded-string-charset=FURB156 hardcoded-temp-file=S108
hashlib-digest-hex=FURB181 hashlib-insecure-hash-function=S324 if-else-block-instead-of-dict-get=SIM401
if-else-block-instead-of-dict-lookup=SIM116 if-else-block-instead-of-if-exp=SIM108
if-exp-instead-of-or-operator=FURB110 if-expr-min-max=FURB136 if-expr-with-false-true=SIM211
if-expr-with-true-false=SIM210 if-expr-with-twisted-arms=SIM212 if-key-in-dict-del=RUF051 if-stmt-min-max=PLR1730
if-tuple=F634 if-with-same-arms=SIM114 implicit-class-var-in-dataclass=RUF045 implicit-cwd=FURB177
implicit-namespace-package=INP001 implicit-optional=RUF013 implicit-return-value=RET502 implicit-return=RET503
implicit-string-concatenation-in-collection-literal=ISC004 import-outside-top-level=PLC0415
import-private-name=PLC2701 import-self=PLW0406 import-shadowed-by-loop-var=F402 in-dict-keys=SIM118
in-empty-collection=RUF060 incorrect-blank-line-after-class=D204 incorrect-blank-line-before-class=D203
incorrect-decorator-order=RUF074 incorrect-dict-iterator=PERF102 incorrect-section-order=D420
incorrectly-parenthesized-tuple-in-subscript=RUF031 indentation-with-invalid-multiple-comment=E114
indentation-with-invalid-multiple=E111 indented-form-feed=RUF054 int-on-sliced-str=FURB166 invalid-all-format=PLE0605
invalid-all-object=PLE0604 invalid-argument-name=N803 invalid-assert-message-literal-argument=RUF040
invalid-bool-return-type=PLE0304 invalid-bytes-return-type=PLE0308 invalid-character-backspace=PLE2510
invalid-character-esc=PLE2513 invalid-character-nul=PLE2514 invalid-character-sub=PLE2512
invalid-character-zero-width-space=PLE2515 invalid-class-name=N801 invalid-envvar-default=PLW1508
invalid-envvar-value=PLE1507 invalid-escape-sequence=W605 invalid-first-argument-name-for-class-method=N804
invalid-first-argument-name-for-method=N805 invalid-formatter-suppression-comment=RUF028 invalid-function-name=N802
invalid-get-logger-argument=LOG002 invalid-hash-return-type=PLE0309 invalid-index-return-type=PLE0305
invalid-index-type=RUF016 invalid-length-return-type=PLE0303 invalid-mock-access=PGH005 invalid-module-name=N999
invalid-pathlib-with-suffix=PTH210 invalid-print-syntax=F633 invalid-pyproject-toml=RUF200 invalid-rule-code=RUF102
invalid-str-return-type=PLE0307 invalid-suppression-comment=RUF103 invalid-todo-capitalization=TD006
invalid-todo-tag=TD001 io-error=E902 is-literal=F632 isinstance-type-none=FURB168 iter-method-return-iterable=PYI045
iteration-over-set=PLC0208 jinja2-autoescape-false=S701 jump-statement-in-finally=B012 lambda-assignment=E731
late-future-import=F404 lazy-import-immediately-resolved=TID255 lazy-import-mismatch=TID254
legacy-form-pytest-raises=RUF061 legacy-type-comment=PYI033 len-test=PLC1802 line-contains-fixme=FIX001
line-contains-hack=FIX004 line-contains-todo=FIX002 line-contains-xxx=FIX003 line-too-long=E501
list-reverse-copy=FURB187 literal-membership=PLR6201 load-before-global-declaration=PLE0118
log-exception-outside-except-handler=LOG004 logging-config-insecure-listen=S612 logging-eager-conversion=RUF065
logging-exc-info=G201 logging-extra-attr-clash=G101 logging-f-string=G004 logging-percent-format=G002
logging-redundant-exc-info=G202 logging-string-concat=G003 logging-string-format=G001 logging-too-few-args=PLE1206
logging-too-many-args=PLE1205 logging-warn=G010 long-sleep-not-forever=ASYNC116 loop-iterator-mutation=B909
loop-variable-overrides-iterator=B020 lowercase-imported-as-non-lowercase=N812 lru-cache-with-maxsize-none=UP033
lru-cache-without-parameters=UP011 magic-value-comparison=PLR2004 mako-templates=S702
manual-dict-comprehension=PERF403 manual-from-import=PLR0402 manual-list-comprehension=PERF401
manual-list-copy=PERF402 map-int-version-parsing=RUF048 map-without-explicit-strict=B912 math-constant=FURB152
meta-class-abc-meta=FURB180 method-receiver-default=RUF077 mismatched-section-underline-length=D409
misplaced-bare-raise=PLE0704 missing-blank-line-after-last-section=D413 missing-blank-line-after-summary=D205
missing-copyright-notice=CPY001 missing-dashed-underline-after-section=D407 missing-f-string-syntax=RUF027
missing-maxsplit-arg=PLC0207 missing-new-line-after-section-name=D406 missing-newline-at-end-of-file=W292
missing-required-import=I002 missing-return-type-class-method=ANN206 missing-return-type-private-function=ANN202
missing-return-type-public-function=ANN201 missing-return-type-special-method=ANN204
missing-return-type-static-method=ANN205 missing-section-name-colon=D416 missing-section-underline-after-name=D408
missing-space-after-todo-colon=TD007 missing-terminal-punctuation=D415 missing-todo-author=TD002
missing-todo-colon=TD004 missing-todo-description=TD005 missing-todo-link=TD003 missing-trailing-comma=COM812
missing-trailing-period=D400 missing-type-args=ANN002 missing-type-cls=ANN102 missing-type-function-argument=ANN001
missing-type-kwargs=ANN003 missing-type-self=ANN101 missing-whitespace-after-keyword=E275
missing-whitespace-around-arithmetic-operator=E226 missing-whitespace-around-bitwise-or-shift-operator=E227
missing-whitespace-around-modulo-operator=E228 missing-whitespace-around-operator=E225
missing-whitespace-around-parameter-equals=E252 missing-whitespace=E231 mixed-case-variable-in-class-scope=N815
mixed-case-variable-in-global-scope=N816 mixed-spaces-and-tabs=E101 modified-iterating-set=PLE4703
module-import-not-at-top-of-file=E402 multi-line-implicit-string-concatenation=ISC002
multi-line-summary-first-line=D212 multi-line-summary-second-line=D213 multi-value-repeated-key-literal=F601
multi-value-repeated-key-variable=F602 multiple-imports-on-one-line=E401
multiple-leading-hashes-for-block-comment=E266 multiple-spaces-after-comma=E241 multiple-spaces-after-keyword=E271
multiple-spaces-after-operator=E222 multiple-spaces-before-keyword=E272 multiple-spaces-before-operator=E221
multiple-starred-expressions=F622 multiple-starts-ends-with=PIE810 multiple-statements-on-one-line-colon=E701
multiple-statements-on-one-line-semicolon=E702 multiple-with-statements=SIM117 mutable-argument-default=B006
mutable-class-default=RUF012 mutable-contextvar-default=B039 mutable-dataclass-default=RUF008
mutable-fromkeys-value=RUF024 named-expr-without-context=PLW0131 nan-comparison=PLW0177 native-literals=UP018
needless-bool=SIM103 needless-else=RUF047 negate-equal-op=SIM201 negate-not-equal-op=SIM202 nested-min-max=PLW3301
never-union=RUF020 new-line-after-last-paragraph=D209 no-blank-line-after-section=D410
no-blank-line-before-section=D411 no-classmethod-decorator=PLR0202 no-explicit-stacklevel=B028
no-indented-block-comment=E115 no-indented-block=E112 no-method-argument=PLE0211
no-return-argument-annotation-in-stub=PYI050 no-self-use=PLR6301 no-slots-in-namedtuple-subclass=SLOT002
no-slots-in-str-subclass=SLOT000 no-slots-in-tuple-subclass=SLOT001 no-space-after-block-comment=E265
no-space-after-inline-comment=E262 no-staticmethod-decorator=PLR0203 non-ascii-import-name=PLC2403
non-ascii-name=PLC2401 non-augmented-assignment=PLR6104 non-capitalized-section-name=D405 non-empty-init-module=RUF067
non-empty-stub-body=PYI010 non-imperative-mood=D401 non-lowercase-variable-in-function=N806
non-octal-permissions=RUF064 non-pep585-annotation=UP006 non-pep604-annotation-optional=UP045
non-pep604-annotation-union=UP007 non-pep604-isinstance=UP038 non-pep646-unpack=UP044 non-pep695-generic-class=UP046
non-pep695-generic-function=UP047 non-pep695-type-alias=UP040 non-self-return-type=PYI034 non-slot-assignment=PLE0237
non-unique-enums=PIE796 none-comparison=E711 none-not-at-end-of-union=RUF036 nonlocal-and-global=PLE0115
nonlocal-without-binding=PLE0117 noqa-comments=RUF105 not-in-test=E713 not-is-test=E714
numeric-literal-too-long=PYI054 numpy-deprecated-function=NPY003 numpy-deprecated-type-alias=NPY001
numpy-legacy-random=NPY002 numpy2-deprecation=NPY201 open-alias=UP020 open-file-with-context-handler=SIM115
os-chmod=PTH101 os-error-alias=UP024 os-getcwd=PTH109 os-listdir=PTH208 os-makedirs=PTH103 os-mkdir=PTH102
os-path-abspath=PTH100 os-path-basename=PTH119 os-path-commonprefix=RUF071 os-path-dirname=PTH120
os-path-exists=PTH110 os-path-expanduser=PTH111 os-path-getatime=PTH203 os-path-getctime=PTH205
os-path-getmtime=PTH204 os-path-getsize=PTH202 os-path-isabs=PTH117 os-path-isdir=PTH112 os-path-isfile=PTH113
os-path-islink=PTH114 os-path-join=PTH118 os-path-samefile=PTH121 os-path-splitext=PTH122 os-readlink=PTH115
os-remove=PTH107 os-rename=PTH104 os-replace=PTH105 os-rmdir=PTH106 os-sep-split=PTH206 os-stat=PTH116
os-symlink=PTH211 os-unlink=PTH108 outdated-version-block=UP036 over-indentation=D208 over-indented=E117
overindented-section-underline=D215 overindented-section=D214 overload-with-docstring=D418 p-print=T203
pandas-df-variable-name=PD901 pandas-nunique-constant-series-check=PD101 pandas-use-of-dot-at=PD008
pandas-use-of-dot-iat=PD009 pandas-use-of-dot-is-null=PD003 pandas-use-of-dot-ix=PD007
pandas-use-of-dot-not-null=PD004 pandas-use-of-dot-pivot-or-unstack=PD010 pandas-use-of-dot-read-table=PD012
pandas-use-of-dot-stack=PD013 pandas-use-of-dot-values=PD011 pandas-use-of-inplace-argument=PD002
pandas-use-of-pd-merge=PD015 paramiko-call=S601 parenthesize-chained-operators=RUF021 pass-in-class-body=PYI012
pass-statement-stub-body=PYI009 patch-version-comparison=PYI004 path-constructor-current-directory=PTH201
pep484-style-positional-only-parameter=PYI063 percent-format-expected-mapping=F502
percent-format-expected-sequence=F503 percent-format-extra-named-arguments=F504 percent-format-invalid-format=F501
percent-format-missing-argument=F505 percent-format-mixed-positional-and-named=F506
percent-format-positional-count-mismatch=F507 percent-format-star-requires-sequence=F508
percent-format-unsupported-format-character=F509 post-init-default=RUF033 potential-index-error=PLE0643
print-empty-string=FURB105 print=T201 printf-in-get-text-func-call=INT003 printf-string-formatting=UP031
private-member-access=SLF001 private-type-parameter=UP049 prohibited-trailing-comma=COM819
property-docstring-starts-with-verb=D421 property-with-parameters=PLR0206 property-without-return=RUF066
py-path=PTH124 pytest-assert-always-false=PT015 pytest-assert-in-except=PT017 pytest-composite-assertion=PT018
pytest-deprecated-yield-fixture=PT020 pytest-duplicate-parametrize-test-cases=PT014
pytest-erroneous-use-fixtures-on-fixture=PT025 pytest-extraneous-scope-function=PT003
pytest-fail-without-message=PT016 pytest-fixture-finalizer-callback=PT021
pytest-fixture-incorrect-parentheses-style=PT001 pytest-fixture-param-without-value=PT019
pytest-fixture-positional-args=PT002 pytest-incorrect-fixture-name-underscore=PT005
pytest-incorrect-mark-parentheses-style=PT023 pytest-incorrect-pytest-import=PT013
pytest-missing-fixture-name-underscore=PT004 pytest-parameter-with-default-argument=PT028
pytest-parametrize-names-wrong-type=PT006 pytest-parametrize-values-wrong-type=PT007 pytest-patch-with-lambda=PT008
pytest-raises-ambiguous-pattern=RUF043 pytest-raises-exception-group=ASYNC401 pytest-raises-too-broad=PT011
pytest-raises-with-multiple-statements=PT012 pytest-raises-without-exception=PT010 pytest-unittest-assertion=PT009
pytest-unittest-raises-assertion=PT027 pytest-unnecessary-asyncio-mark-on-fixture=PT024
pytest-use-fixtures-without-parameters=PT026 pytest-useless-yield-fixture=PT022 pytest-warns-too-broad=PT030
pytest-warns-with-multiple-statements=PT031 pytest-warns-without-warning=PT029 quadratic-list-summation=RUF017
quoted-annotation-in-stub=PYI020 quoted-annotation=UP037 quoted-type-alias=TC008 raise-literal=B016
raise-not-implemented=F901 raise-vanilla-args=TRY003 raise-vanilla-class=TRY002 raise-within-try=TRY301
raise-without-from-inside-except=B904 raw-string-in-exception=EM101 re-sub-positional-args=B034
read-whole-file=FURB101 readlines-in-for=FURB129 redeclared-assigned-name=PLW0128
redefined-argument-from-local=PLR1704 redefined-loop-name=PLW2901 redefined-slots-in-subclass=PLW0244
redefined-while-unused=F811 redirected-noqa=RUF101 redundant-backslash=E502 redundant-bool-literal=RUF038
redundant-final-literal=PYI064 redundant-literal-union=PYI051 redundant-log-base=FURB163 redundant-none-literal=PYI061
redundant-numeric-union=PYI041 redundant-open-modes=UP015 redundant-tuple-in-exception-handler=B013
regex-flag-alias=FURB167 reimplemented-builtin=SIM110 reimplemented-container-builtin=PIE807
reimplemented-operator=FURB118 reimplemented-starmap=FURB140 relative-imports=TID252 renamed-rule=RUF202
repeated-append=FURB113 repeated-equality-comparison=PLR1714 repeated-global=FURB154 repeated-isinstance-calls=PLR1701
repeated-keyword-argument=PLE1132 replace-stdout-stderr=UP022 replace-str-enum=UP042 replace-universal-newlines=UP021
request-with-no-cert-validation=S501 request-without-timeout=S113 reraise-no-cause=TRY200 return-in-generator=B901
return-in-init=PLE0101 return-in-try-except-finally=SIM107 return-outside-function=F706
reuse-of-groupby-generator=B031 root-logger-call=LOG015 ruff-static-key-dict-comprehension=RUF011
ruff-unsafe-markup-use=RUF035 rule-codes-in-selectors=RUF201 rule-codes-in-suppression-comments=RUF106
run-process-in-async-function=ASYNC221 runtime-cast-value=TC006 runtime-import-in-type-checking-block=TC004
runtime-string-union=TC010 self-assigning-variable=PLW0127 self-or-cls-assignment=PLW0642 set-attr-with-constant=B010
shallow-copy-environ=PLW1507 shebang-leading-whitespace=EXE004 shebang-missing-executable-file=EXE002
shebang-missing-python=EXE003 shebang-not-executable=EXE001 shebang-not-first-line=EXE005 signature-in-docstring=D402
single-item-membership-test=FURB171 single-line-implicit-string-concatenation=ISC001 single-string-slots=PLC0205
singledispatch-method=PLE1519 singledispatchmethod-function=PLE1520 six-py3=YTT202 slice-copy=FURB145
slice-to-remove-prefix-or-suffix=FURB188 snake-case-type-alias=PYI042 snmp-insecure-version=S508
snmp-weak-cryptography=S509 sorted-min-max=FURB192 split-static-string=SIM905 ssh-no-host-key-verification=S507
ssl-insecure-version=S502 ssl-with-bad-defaults=S503 ssl-with-no-version=S504
star-arg-unpacking-after-keyword-arg=B026 starmap-zip=RUF058 start-process-with-a-shell=S605
start-process-with-no-shell=S606 start-process-with-partial-path=S607 static-join-to-f-string=FLY002
static-key-dict-comprehension=B035 stdlib-module-shadowing=A005 stop-iteration-return=PLR1708
str-or-repr-defined-in-stub=PYI029 string-dot-format-extra-named-arguments=F522
string-dot-format-extra-positional-arguments=F523 string-dot-format-invalid-format=F521
string-dot-format-missing-arguments=F524 string-dot-format-mixing-automatic=F525 string-or-bytes-too-long=PYI053
strip-with-multi-characters=B005 stub-body-multiple-statements=PYI048 subclass-builtin=FURB189
subprocess-popen-preexec-fn=PLW1509 subprocess-popen-with-shell-equals-true=S602 subprocess-run-without-check=PLW1510
subprocess-without-shell-equals-true=S603 super-call-with-parameters=UP008 super-without-brackets=PLW0245
superfluous-else-break=RET508 superfluous-else-continue=RET507 superfluous-else-raise=RET506
superfluous-else-return=RET505 suppressible-exception=SIM105 surrounding-whitespace=D210 suspicious-eval-usage=S307
suspicious-ftp-lib-usage=S321 suspicious-ftplib-import=S402 suspicious-httpoxy-import=S412
suspicious-insecure-cipher-mode-usage=S305 suspicious-insecure-cipher-usage=S304 suspicious-insecure-hash-usage=S303
suspicious-lxml-import=S410 suspicious-mark-safe-usage=S308 suspicious-marshal-usage=S302 suspicious-mktemp-usage=S306
suspicious-non-cryptographic-random-usage=S311 suspicious-pickle-import=S403 suspicious-pickle-usage=S301
suspicious-pycrypto-import=S413 suspicious-pyghmi-import=S415 suspicious-subprocess-import=S404
suspicious-telnet-usage=S312 suspicious-telnetlib-import=S401 suspicious-unverified-context-usage=S323
suspicious-url-open-usage=S310 suspicious-xml-element-tree-usage=S314 suspicious-xml-etree-import=S405
suspicious-xml-expat-builder-usage=S316 suspicious-xml-expat-import=S407 suspicious-xml-expat-reader-usage=S315
suspicious-xml-mini-dom-usage=S318 suspicious-xml-minidom-import=S408 suspicious-xml-pull-dom-usage=S319
suspicious-xml-pulldom-import=S409 suspicious-xml-sax-import=S406 suspicious-xml-sax-usage=S317
suspicious-xmlc-element-tree-usage=S313 suspicious-xmle-tree-usage=S320 suspicious-xmlrpc-import=S411
swap-with-temporary-variable=PLR1712 syntax-error=E999 sys-exit-alias=PLR1722 sys-version-cmp-str10=YTT302
sys-version-cmp-str3=YTT103 sys-version-info-minor-cmp-int=YTT204 sys-version-info0-eq3=YTT201
sys-version-info1-cmp-int=YTT203 sys-version-slice1=YTT303 sys-version-slice3=YTT101 sys-version0=YTT301
sys-version2=YTT102 t-suffixed-type-alias=PYI043 tab-after-comma=E242 tab-after-keyword=E273 tab-after-operator=E224
tab-before-keyword=E274 tab-before-operator=E223 tab-indentation=W191 tarfile-unsafe-members=S202
timeout-error-alias=UP041 too-few-spaces-before-inline-comment=E261 too-many-arguments=PLR0913
too-many-blank-lines=E303 too-many-boolean-expressions=PLR0916 too-many-branches=PLR0912 too-many-locals=PLR0914
too-many-nested-blocks=PLR1702 too-many-newlines-at-end-of-file=W391 too-many-positional-arguments=PLR0917
too-many-public-methods=PLR0904 too-many-return-statements=PLR0911 too-many-statements-in-try-clause=PLW0717
too-many-statements=PLR0915 trailing-comma-on-bare-tuple=COM818 trailing-whitespace=W291 trio-sync-call=ASYNC105
triple-single-quotes=D300 true-false-comparison=E712 try-consider-else=TRY300 try-except-continue=S112
try-except-in-loop=PERF203 try-except-pass=S110 type-alias-without-annotation=PYI026 type-bivariance=PLC0131
type-check-without-type-error=TRY004 type-comparison=E721 type-name-incorrect-variance=PLC0105
type-none-comparison=FURB169 type-of-primitive=UP003 type-param-name-mismatch=PLC0132
typed-argument-default-in-stub=PYI011 typing-only-first-party-import=TC001 typing-only-standard-library-import=TC003
typing-only-third-party-import=TC002 typing-text-str-alias=UP019 unaliased-collections-abc-set-import=PYI025
unannotated-assignment-in-stub=PYI052 unary-prefix-increment-decrement=B002 unassigned-special-variable-in-stub=PYI035
uncapitalized-environment-variables=SIM112 unconventional-import-alias=ICN001 undefined-export=F822
undefined-local-with-import-star-usage=F405 undefined-local-with-import-star=F403
undefined-local-with-nested-import-star-usage=F406 undefined-local=F823 undefined-name=F821 under-indentation=D207
undocumented-magic-method=D105 undocumented-param=D417 undocumented-public-class=D101
undocumented-public-function=D103 undocumented-public-init=D107 undocumented-public-method=D102
undocumented-public-module=D100 undocumented-public-nested-class=D106 undocumented-public-package=D104
undocumented-warn=LOG009 unexpected-indentation-comment=E116 unexpected-indentation=E113
unexpected-spaces-around-keyword-parameter-equals=E251 unexpected-special-method-signature=PLE0302
unicode-kind-prefix=UP025 unintentional-type-annotation=B032 unix-command-wildcard-injection=S609
unmatched-suppression-comment=RUF104 unnecessary-assign-before-yield=RUF070 unnecessary-assign=RET504
unnecessary-builtin-import=UP029 unnecessary-call-around-sorted=C413 unnecessary-cast-to-int=RUF046
unnecessary-class-parentheses=UP039 unnecessary-collection-call=C408 unnecessary-comprehension-in-call=C419
unnecessary-comprehension=C416 unnecessary-default-type-args=UP043 unnecessary-dict-comprehension-for-iterable=C420
unnecessary-dict-index-lookup=PLR1733 unnecessary-dict-kwargs=PIE804 unnecessary-direct-lambda-call=PLC3002
unnecessary-double-cast-or-process=C414 unnecessary-dunder-call=PLC2801
unnecessary-empty-iterable-within-deque-call=RUF037 unnecessary-encode-utf8=UP012 unnecessary-enumerate=FURB148
unnecessary-escaped-quote=Q004 unnecessary-from-float=FURB164 unnecessary-future-import=UP010
unnecessary-generator-dict=C402 unnecessary-generator-list=C400 unnecessary-generator-set=C401 unnecessary-if=RUF050
unnecessary-iterable-allocation-for-first-element=RUF015 unnecessary-key-check=RUF019 unnecessary-lambda=PLW0108
unnecessary-list-call=C411 unnecessary-list-cast=PERF101 unnecessary-list-comprehension-dict=C404
unnecessary-list-comprehension-set=C403 unnecessary-list-index-lookup=PLR1736 unnecessary-literal-dict=C406
unnecessary-literal-set=C405 unnecessary-literal-union=PYI030 unnecessary-literal-within-dict-call=C418
unnecessary-literal-within-list-call=C410 unnecessary-literal-within-tuple-call=C409 unnecessary-map=C417
unnecessary-multiline-docstring=D200 unnecessary-nested-literal=RUF041 unnecessary-paren-on-raise-exception=RSE102
unnecessary-placeholder=PIE790 unnecessary-range-start=PIE808 unnecessary-regular-expression=RUF055
unnecessary-return-none=RET501 unnecessary-round=RUF057 unnecessary-spread=PIE800 unnecessary-subscript-reversal=C415
unnecessary-type-union=PYI055 unpacked-list-comprehension=UP027 unprefixed-type-param=PYI001 unquoted-type-alias=TC007
unraw-re-pattern=RUF039 unrecognized-platform-check=PYI007 unrecognized-platform-name=PYI008
unrecognized-version-info-check=PYI003 unreliable-callable-check=B004 unsafe-markup-use=S704 unsafe-yaml-load=S506
unsorted-dunder-all=RUF022 unsorted-dunder-slots=RUF023 unsorted-imports=I001 unspecified-encoding=PLW1514
unsupported-method-call-on-all=PYI056 unused-annotation=F842 unused-async=RUF029 unused-class-method-argument=ARG003
unused-function-argument=ARG001 unused-import=F401 unused-lambda-argument=ARG005 unused-loop-control-variable=B007
unused-method-argument=ARG002 unused-noqa=RUF100 unused-private-protocol=PYI046 unused-private-type-alias=PYI047
unused-private-type-var=PYI018 unused-private-typed-dict=PYI049 unused-static-method-argument=ARG004
unused-unpacked-variable=RUF059 unused-variable=F841 used-dummy-variable=RUF052 useless-class-metaclass-type=UP050
useless-comparison=B015 useless-contextlib-suppress=B022 useless-else-on-loop=PLW0120
useless-exception-statement=PLW0133 useless-expression=B018 useless-finally=RUF072 useless-if-else=RUF034
useless-import-alias=PLC0414 useless-metaclass-type=UP001 useless-object-inheritance=UP004 useless-return=PLR1711
useless-semicolon=E703 useless-try-except=TRY203 useless-with-lock=PLW2101 utf8-encoding-declaration=UP009
verbose-decimal-constructor=FURB157 verbose-log-message=TRY401 verbose-raise=TRY201
wait-for-process-in-async-function=ASYNC222 weak-cryptographic-key=S505 while-one=UP048
whitespace-after-decorator=E204 whitespace-after-open-bracket=E201 whitespace-before-close-bracket=E202
whitespace-before-parameters=E211 whitespace-before-punctuation=E203 write-whole-file=FURB103
wrong-tuple-length-version-comparison=PYI005 yield-from-in-async-function=PLE1700
yield-in-context-manager-in-async-generator=ASYNC119 yield-in-for-loop=UP028 yield-in-init=PLE0100
yield-outside-function=F704 yoda-conditions=SIM300 zip-dict-keys-and-values=SIM911 zip-instead-of-pairwise=RUF007
zip-without-explicit-strict=B905
"""
