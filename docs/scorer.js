// A page about a thing comes before the pages of rules that name it.
var Scorer = {
  score: ([docname, , , , score]) => (docname.startsWith("rules/") ? score - 30 : score),
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
