"""Reads how QTI marks: what a response is declared to be, its right values, its points, and the rules that use them."""

from functools import cached_property

from game.exchange.moodle_text import BadQuestionError
from game.exchange.qti_text import walk
from game.exchange.xml_reading import XmlNode
from game.prose import qti_problems as problems

_SHAPED_BY_RULES = frozenset({"mapResponse", "match", "equal", "stringMatch", "index", "equalRounded", "member"})
"""Rules that compare the response with what is declared, as we do."""


class ResponseRule:
    """The response of a question: what may be given, and what it is worth."""

    def __init__(self, root: XmlNode, interaction: XmlNode) -> None:
        """Find the declaration of an interaction's response.

        Raises:
            BadQuestionError: There is none, or it is a record.
        """
        name = interaction.attributes.get("responseIdentifier", "")
        declared = [each for each in root.find_all("responseDeclaration") if each.attributes.get("identifier") == name]
        if not declared:
            raise BadQuestionError(problems.NO_RESPONSE, interaction)
        self.node = declared[0]
        if self.node.attributes.get("cardinality") == "record":
            raise BadQuestionError(problems.RECORD, self.node)
        self._processing = root.find("responseProcessing")
        self._rules = walk(self._processing) if self._processing is not None else []

    @property
    def is_single(self) -> bool:
        """Whether it is one value."""
        return self.node.attributes.get("cardinality", "single") == "single"

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure."""
        return self.node.attributes.get("baseType", "") in ("float", "integer")

    @cached_property
    def right(self) -> list[str]:
        """The values of the right response, in their order."""
        correct = self.node.find("correctResponse")
        return [each.text.strip() for each in correct.find_all("value")] if correct is not None else []

    @cached_property
    def points(self) -> dict[str, float]:
        """Value -> its points; empty where points do not decide."""
        mapping = self.node.find("mapping")
        if mapping is None or not (self._uses("mapResponse", "map_response") or not self.right):
            return {}
        return {each.attributes.get("mapKey", "").strip(): _read_points(each) for each in mapping.find_all("mapEntry")}

    @property
    def is_exact(self) -> bool:
        """Whether capitals count in words."""
        mapping = self.node.find("mapping")
        if self.points and mapping is not None:
            return any(each.attributes.get("caseSensitive") == "true" for each in mapping.find_all("mapEntry"))
        return not any(each.attributes.get("caseSensitive") == "false" for each in self.find_rules("stringMatch"))

    @property
    def is_whole_alone(self) -> bool:
        """Whether only the whole right response earns anything."""
        return not self.points and not self.find_rules("index")

    @property
    def has_own_rules(self) -> bool:
        """Whether it is marked by rules that are not read."""
        if self._processing is None or "template" in self._processing.attributes:
            return False
        return not any(each.name in _SHAPED_BY_RULES for each in self._rules)

    def find_rules(self, name: str) -> list[XmlNode]:
        """The rules of a name by which it is marked."""
        return [each for each in self._rules if each.name == name]

    def _uses(self, rule: str, template: str) -> bool:
        told = self._processing.attributes.get("template", "") if self._processing is not None else ""
        return told.removesuffix(".xml").endswith(template) or bool(self.find_rules(rule))

    def weigh(self, values: list[str]) -> list[float]:
        """What choosing each value is worth, in percent.

        Raises:
            BadQuestionError: Nothing says what is right.
        """
        if self.points:
            given = [self.points.get(value, 0.0) for value in values]
            best = max(given, default=0.0) if self.is_single else sum(each for each in given if each > 0)
            return [round(100 * each / best, 5) if best > 0 else 0.0 for each in given]
        if not self.right:
            raise BadQuestionError(problems.NO_KEY, self.node)
        if other := next((value for value in self.right if value not in values), ""):
            raise BadQuestionError(problems.describe_other_choice(other), self.node)
        wrong = len(values) - len(set(self.right))
        loss = 0.0 if self.is_single else -100 / max(1, wrong)
        return [100 / len(self.right) if value in self.right else loss for value in values]


def _read_points(entry: XmlNode) -> float:
    try:
        points = float(entry.attributes.get("mappedValue", "0"))
    except ValueError:
        points = float("nan")
    # No number and no end are no points.
    if not abs(points) < 1e9:
        raise BadQuestionError(problems.NO_KEY, entry)
    return points
