"""The one who diagnoses: reads a text, finds entries, looks at evidence, makes fixes ready."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tracemend.context import Context
from tracemend.diagnosis.bare import bare_messages
from tracemend.diagnosis.causes import Ask, confidence, mended_first, rank
from tracemend.diagnosis.mending import Scope, examples, mend_of, ready
from tracemend.diagnosis.model import Diagnosis
from tracemend.diagnosis.scene import Scene, scene_of
from tracemend.diagnosis.summaries import Summaries
from tracemend.digest import digest
from tracemend.evidence import registry
from tracemend.evidence.environment import machine_values
from tracemend.evidence.fact import UNKNOWN, Finding, Inquiry, Value
from tracemend.fixes.recipe import Mend
from tracemend.knowledge.model import Clause, Entry
from tracemend.knowledge.template import fill
from tracemend.matching.library import Library
from tracemend.matching.match import Match
from tracemend.matching.question import NAMELESS
from tracemend.reading.habits import Habits
from tracemend.reading.report import ErrorReport, Hints, How, Span
from tracemend.reading.scanner import Scanner, read_text
from tracemend.source.origin import settle_origin
from tracemend.source.place import Place, locate

MAX_BARE = 3
"""So many different errors are told of the messages of a text that no reader knew."""
MAX_VALUE = 4_000
"""Longer captures are cut before they go into titles: a message can be megabytes long."""


class Diagnoser:
    """Explains reports from a library. Holds no state of its own besides; safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def diagnose(
        self, what: str | Iterable[ErrorReport], context: Context, *, look: bool = True, input: str = "-"
    ) -> list[Diagnosis]:
        """All errors of a text, or of reports already read (one block), in the order of the contract.

        `look` false leaves evidence out: nothing of the machine is looked at besides the source of the place.
        `input` names the text in the answer.
        """
        blocks = read_text(what, _hints(context)) if isinstance(what, str) else [tuple(what)]
        blocks = Summaries().left_out(blocks)
        counts: dict[str, int] = {}
        return [one for block in blocks for one in self.diagnose_block(block, context, input, counts, look=look)]

    def diagnose_block(
        self,
        block: Sequence[ErrorReport],
        context: Context,
        input: str,
        counts: dict[str, int],
        *,
        look: bool = False,
    ) -> list[Diagnosis]:
        """The reports of one block. `counts` numbers reports that are alike, over a whole text; `look` as above."""
        context = replace(context, origin=settle_origin(block, context))
        places = [locate(report, context) for report in block]
        ids = [_identity(report, context, counts) for report in block]
        found = []
        for report, place, id in zip(block, places, ids, strict=True):
            chain: tuple[str, How] | None = None
            if report.chain is not None and 0 <= report.chain.of < len(ids):
                chain = (ids[report.chain.of], report.chain.how)
            found.append(self._first(id, report, place, context, chain, input, look))
        return found

    def stream(self, context: Context, input: str = "-", *, look: bool = False) -> Stream:
        """For the text of one run, in pieces cut anywhere; `look`: with evidence, which may take a moment."""
        return Stream(self, context, input, look)

    def look(self, diagnosis: Diagnosis) -> Diagnosis:
        """The same with evidence looked at (again): the place found again, causes ranked, fixes made ready.

        May take a moment; meant for a thread.
        """
        place = locate(diagnosis.report, diagnosis.context)
        diagnosis = diagnosis._replace(place=place)
        if diagnosis.entry is None or diagnosis.match is None:
            return diagnosis._replace(looked=True)
        return self._explained(diagnosis, diagnosis.entry, diagnosis.match, looking=True)

    def again(self, diagnosis: Diagnosis, context: Context) -> Diagnosis:
        """The same report explained anew, without evidence: by this library and in this context."""
        context = replace(context, origin=diagnosis.origin)
        place = locate(diagnosis.report, context)
        return self._first(diagnosis.id, diagnosis.report, place, context, diagnosis.chain, diagnosis.input, False)

    def resolve(self, diagnosis: Diagnosis, fix: str) -> Mend | None:
        """The edits of a fix for the documents as they are now; None where it does not apply any more."""
        known = next((ready.fix for ready in diagnosis.fixes if ready.id == fix), None)
        if known is None or diagnosis.match is None:
            return None
        place = locate(diagnosis.report, diagnosis.context)
        scene = scene_of(diagnosis.report, diagnosis.context)
        here = diagnosis._replace(place=place)
        return mend_of(known, self._scope(here, diagnosis.match, scene, diagnosis.values))

    def explain(self, entry: str, context: Context) -> Diagnosis | None:
        """An entry on its own, without a report: its causes possible, its fixes as far as they need no report."""
        body = self.library.entry(entry)
        if body is None:
            return None
        report = ErrorReport(tool="", severity="error", exception=None, message="", span=Span(0, 0))
        match = Match(body.id, self.library.pack_of(body.id), {}, "type", body.general, 0)
        context = replace(context, origin="unknown")
        diagnosis = self._blank("", report, None, context, None, "-")
        explained = self._explained(diagnosis._replace(match=match, entry=body), body, match, looking=False)
        return explained._replace(confidence=None)

    def unread(self, text: str, context: Context, found: Sequence[Diagnosis] = ()) -> list[Diagnosis]:
        """A text that somebody chose, in which no report was read that an entry explains: what its lines are the
        messages of.

        Where no line is the message of an error that an entry knows, the answer is what was `found` in it; where that
        is nothing, the text is one unknown error, with nothing but the entries nearest to its words.
        """
        hints = _hints(context)
        counts: dict[str, int] = {}
        known: dict[str, Diagnosis] = {}
        for parts in bare_messages(text):
            for report in parts:
                best = next(iter(self.library.match(report, hints)), None)
                if best is not None and best.entry not in known:
                    known[best.entry] = self.diagnose_block([report], context, "-", counts, look=True)[0]
                if best is not None:
                    break
            if len(known) == MAX_BARE:
                break
        if known or found:
            return list(known.values() or found)
        report = ErrorReport(NAMELESS, "error", None, text.strip()[:MAX_VALUE], Span(1, text.count("\n") + 1))
        diagnosis = self._blank(_identity(report, context, {}), report, None, context, None, "-")
        return [diagnosis._replace(nearest=self.library.nearest(report))]

    def _blank(
        self,
        id: str,
        report: ErrorReport,
        place: Place | None,
        context: Context,
        chain: tuple[str, How] | None,
        input: str,
    ) -> Diagnosis:
        return Diagnosis(
            id=id,
            input=input,
            report=report,
            origin=context.origin,
            context=context,
            place=place,
            match=None,
            entry=None,
            title=plain_title(report),
            confidence=None,
            chain=chain,
            causes=(),
            fixes=(),
            nearest=(),
            values={},
            looked=False,
        )

    def _first(
        self,
        id: str,
        report: ErrorReport,
        place: Place | None,
        context: Context,
        chain: tuple[str, How] | None,
        input: str,
        look: bool,
    ) -> Diagnosis:
        diagnosis = self._blank(id, report, place, context, chain, input)

        def code(clause: Clause, captures: Mapping[str, str]) -> bool | None:
            fact = registry.fact(clause.fact)
            source_here = context.trusted and place is not None and place.source is not None
            if fact is None or not (fact.report_only or source_here):
                return None
            holds = registry.ask(clause, _inquiry(clause, captures, diagnosis)).holds
            return (not holds) if clause.negated and holds is not None else holds

        for match in self.library.match(report, _hints(context), code):
            entry = self.library.entry(match.entry)
            if entry is not None:
                diagnosis = diagnosis._replace(match=match, entry=entry)
                return self._explained(diagnosis, entry, match, looking=look)
        return diagnosis._replace(nearest=self.library.nearest(report), looked=look)

    def _explained(self, diagnosis: Diagnosis, entry: Entry, match: Match, *, looking: bool) -> Diagnosis:
        ask = self._asker(diagnosis, looking)
        scene = scene_of(diagnosis.report, diagnosis.context)
        ranked = rank(entry.causes, scene, ask)
        values = {
            **machine_values(diagnosis.context),
            **ranked.values,
            **{key: value[:MAX_VALUE] for key, value in match.captures.items() if value is not None},
        }
        texts = [fill(cause.text, values) for cause in ranked.causes]
        causes = tuple(
            cause if text is cause.text else cause._replace(text=text)
            for cause, text in zip(ranked.causes, texts, strict=True)
        )
        scope = self._scope(diagnosis, match, scene, values)
        fixes = ready(entry, causes, scope, ask, at_once=not looking)
        return diagnosis._replace(
            values=values,
            title=fill(entry.title, values),
            confidence=confidence(match, causes),
            causes=mended_first(causes, fixes),
            fixes=fixes,
            looked=looking,
            examples=examples(entry, causes, scope, ask),
        )

    def _scope(self, diagnosis: Diagnosis, match: Match, scene: Scene, values: Mapping[str, Value]) -> Scope:
        context = diagnosis.context
        return Scope(
            report=diagnosis.report,
            place=diagnosis.place,
            context=context,
            scene=scene,
            values=values,
            allowed=match.pack is None or match.pack in context.settings.allowed_packs,
        )

    def _asker(self, diagnosis: Diagnosis, looking: bool) -> Ask:
        """Asks each question once. Facts about what was printed need no more than that, facts about the
        source need only the source; others the machine it happened on."""
        context, place = diagnosis.context, diagnosis.place
        captures = diagnosis.match.captures if diagnosis.match else {}
        may_look = context.trusted and context.settings.evidence
        answers: dict[str, Finding] = {}

        def ask(clause: Clause) -> Finding:
            fact = registry.fact(clause.fact) if looking else None  # its module is loaded here, not before
            if fact is None:
                return UNKNOWN
            source_here = place is not None and place.source is not None
            looks = may_look and (context.origin == "here" or (fact.source_only and source_here))
            if not (looks or fact.report_only or fact.report_enough):
                return UNKNOWN
            if clause.of is not None and captures.get(clause.of) is None and not clause.negated:
                return Finding(False)  # the error does not have what the question is about
            key = repr((clause.fact, clause.of, sorted(clause.arguments.items())))
            if key not in answers:
                inquiry = _inquiry(clause, captures, diagnosis)
                answers[key] = registry.ask(clause, inquiry if looks or fact.report_only else inquiry.blind())
            return answers[key]

        return ask


class Stream:
    """The text of one run, as it comes. Without `look`, diagnoses are without evidence; `Diagnoser.look` adds it."""

    def __init__(self, diagnoser: Diagnoser, context: Context, input: str, look: bool) -> None:
        self._diagnoser, self._context, self._input, self._look = diagnoser, context, input, look
        self._scanner = Scanner(_hints(context))
        self._summaries = Summaries()
        self._counts: dict[str, int] = {}

    @property
    def habits(self) -> Habits | None:
        """As `Scanner.habits`."""
        return self._scanner.habits

    @property
    def idle(self) -> bool:
        """As `Scanner.idle`."""
        return self._scanner.idle

    def skip(self, count: int, last: str) -> None:
        """As `Scanner.skip`."""
        self._scanner.skip(count, last)

    def feed(self, data: str) -> list[Diagnosis]:
        """Take a piece, cut anywhere; the diagnoses of what became complete with it."""
        return self._explain(self._scanner.feed(data))

    def flush(self) -> list[Diagnosis]:
        """Nothing came for a while: what stands there is read as if it were complete."""
        return self._explain(self._scanner.flush())

    def end(self, exit_code: int | None) -> list[Diagnosis]:
        """The run is over, with this exit status where it is known. Last words count only where an entry knows them."""
        self._context = replace(self._context, exit_code=exit_code)
        found = self._explain(self._scanner.close(exit_code))
        return [one for one in found if one.entry is not None or not one.report.guessed]

    def _explain(self, blocks: Iterable[tuple[ErrorReport, ...]]) -> list[Diagnosis]:
        found: list[Diagnosis] = []
        explained: dict[tuple[ErrorReport, ...], list[Diagnosis]] = {}
        for block in self._summaries.left_out(blocks):
            key = tuple(replace(report, span=_NOWHERE) for report in block)
            if key in explained:  # a loop prints the same error hundreds of times a second
                found += _again(explained[key], block, self._context, self._counts)
                continue
            explained[key] = self._diagnoser.diagnose_block(
                block, self._context, self._input, self._counts, look=self._look
            )
            found += explained[key]
        return found


_NOWHERE = Span(0, 0)


def _again(
    known: Sequence[Diagnosis], block: Sequence[ErrorReport], context: Context, counts: dict[str, int]
) -> list[Diagnosis]:
    """The diagnoses of a block that says the same as one before, with ids and lines of its own."""
    ids = [_identity(report, context, counts) for report in block]
    return [
        one._replace(
            id=id,
            report=report,
            chain=(ids[report.chain.of], report.chain.how) if one.chain and report.chain else None,
        )
        for one, report, id in zip(known, block, ids, strict=True)
    ]


def plain_title(report: ErrorReport) -> str:
    """What to call a report that no entry explains: its own first line, bounded."""
    first = report.message.partition("\n")[0]
    name = report.exception or report.code or (report.tool if report.tool not in ("python", "text") else "")
    return (f"{name}: {first}" if name and first else name or first)[:300]


def _hints(context: Context) -> Hints:
    return Hints(command=context.command, exit_code=context.exit_code, selected=context.selected)


def _inquiry(clause: Clause, captures: Mapping[str, str], diagnosis: Diagnosis) -> Inquiry:
    fact = registry.fact(clause.fact)
    names = (clause.of,) if clause.of else (fact.of if fact else ())
    value = next((captures[name] for name in names if captures.get(name) is not None), None)
    return Inquiry(value, clause.arguments, captures, diagnosis.report, diagnosis.place, diagnosis.context)


def _identity(report: ErrorReport, context: Context, counts: dict[str, int]) -> str:
    """Twelve hex digits, the same for the same error at the same place of the same text; programs of two folders may
    print the same."""
    frame = report.user_frame
    where = (context.folder, frame.path, frame.line) if frame else None
    text = repr((report.tool, report.exception, report.code, report.message[:MAX_VALUE], where))
    counts[text] = counts.get(text, 0) + 1
    return digest(f"{counts[text]}{text}", 12)
