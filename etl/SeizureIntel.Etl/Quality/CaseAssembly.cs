using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Quality;

/// <summary>Brings the rows of one case together, wherever in the file they stand; a case leaves as soon as its last row was read.</summary>
internal sealed class CaseAssembly(CaseBuilder builder, CaseRefSurvey survey, IReadOnlySet<(string Country, string Reference)> used)
{
    private readonly Dictionary<(string Country, string Reference), List<AcceptedRow>> _waiting = [];
    private readonly List<(string Country, string Reference)> _order = [];

    /// <summary>Takes a row; the case it completes, if any, is added to the cases.</summary>
    public void Add(AcceptedRow row, List<Case> cases, List<Issue> issues)
    {
        if (row.Draft.Items[0].Fields[Slots.CaseRef]?.Words is not { } reference)
        {
            cases.Add(builder.Build([row], null, false, issues));
            return;
        }

        (string, string) key = (row.Draft.Items[0].One(Slots.ReportingCountry).Code, reference);
        int expected = survey.RowsOf(key.Item1, key.Item2);
        if (expected == 1)
        {
            cases.Add(builder.Build([row], reference, used.Contains(key), issues));
            return;
        }

        if (!_waiting.TryGetValue(key, out List<AcceptedRow>? rows))
        {
            _waiting.Add(key, rows = []);
            _order.Add(key);
        }

        rows.Add(row);
        if (rows.Count < expected)
            return;
        _waiting.Remove(key);
        cases.Add(builder.Build(rows, reference, used.Contains(key), issues));
    }

    /// <summary>Lets the cases go that wait for rows which were rejected.</summary>
    public void Complete(List<Case> cases, List<Issue> issues)
    {
        foreach ((string, string) key in _order)
        {
            if (_waiting.Remove(key, out List<AcceptedRow>? rows))
                cases.Add(builder.Build(rows, key.Item2, used.Contains(key), issues));
        }
    }
}
