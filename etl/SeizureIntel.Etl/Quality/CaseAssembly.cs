using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Quality;

/// <summary>Brings the rows of one case together, wherever in the file they stand; a case leaves as soon as its last row was read.</summary>
internal sealed class CaseAssembly(CaseBuilder builder, CaseRefSurvey survey, IReadOnlySet<(string Country, string Reference)> used)
{
    private readonly Dictionary<(string Country, string Reference), List<AcceptedRow>> _waiting = [];
    private readonly List<(string Country, string Reference)> _order = [];

    /// <summary>Puts the cases that a block's waiting rows complete, and their issues, where they would stand had one row come after the other.</summary>
    public (List<Case> Cases, List<Issue> Issues) Join(List<Case> cases, List<Issue> issues, List<WaitingRow> waiting)
    {
        if (waiting.Count == 0)
            return (cases, issues);
        var allCases = new List<Case>(cases.Count + waiting.Count);
        var allIssues = new List<Issue>(issues.Count);
        int nextCase = 0,
            nextIssue = 0;
        foreach (WaitingRow row in waiting)
        {
            allCases.AddRange(cases.GetRange(nextCase, row.Cases - nextCase));
            allIssues.AddRange(issues.GetRange(nextIssue, row.Issues - nextIssue));
            (nextCase, nextIssue) = (row.Cases, row.Issues);
            Add(row.Row, allCases, allIssues);
        }

        allCases.AddRange(cases.GetRange(nextCase, cases.Count - nextCase));
        allIssues.AddRange(issues.GetRange(nextIssue, issues.Count - nextIssue));
        return (allCases, allIssues);
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

    private void Add(AcceptedRow row, List<Case> cases, List<Issue> issues)
    {
        (string Country, string Reference) key = row.Key!.Value;
        if (!_waiting.TryGetValue(key, out List<AcceptedRow>? rows))
        {
            _waiting.Add(key, rows = []);
            _order.Add(key);
        }

        rows.Add(row);
        if (rows.Count < survey.RowsOf(key.Country, key.Reference))
            return;
        _waiting.Remove(key);
        cases.Add(builder.Build(rows, key.Reference, used.Contains(key), issues));
    }
}
