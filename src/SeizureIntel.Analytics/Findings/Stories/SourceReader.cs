using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>Reads what lies under findings: the cases of their evidence, and who reported them.</summary>
public static class SourceReader
{
    private const string Reporter = "reporting_country";
    private const string CaseId = "case_id";

    /// <summary>What lies under each finding within its period, by the finding's id; one query a finding.</summary>
    public static async Task<IReadOnlyDictionary<string, FindingSources>> ReadAsync(
        ISeizureIndex index,
        Reader reader,
        IEnumerable<Finding> findings,
        CancellationToken cancellationToken
    )
    {
        var sources = new Dictionary<string, FindingSources>(StringComparer.Ordinal);

        // An engine's own numbers of cases hold for one reading; these hold for all findings.
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Finding finding in findings.Where(f => IsCompared(f)))
        {
            var cases = new List<int>();
            var reporters = new Dictionary<string, int>(StringComparer.Ordinal);
            await foreach (SeizureBatch batch in index.ReadAsync(reader, finding.Evidence.Query, [Reporter, CaseId], cancellationToken))
            {
                SeizureColumn ids = batch.Coded[CaseId];
                foreach (int code in ids.Codes.Span)
                    cases.Add(NumberOf(ids.Values[code], numbers));
                SeizureColumn column = batch.Coded[Reporter];
                foreach (int code in column.Codes.Span)
                {
                    string reporter = column.Values[code];
                    reporters[reporter] = reporters.GetValueOrDefault(reporter) + 1;
                }
            }

            if (new ToldFinding(finding, null) is { Direction: < 0, Kind.Family: StoryFamily.Change } && finding.Kind == "shift")
                reporters = await BeforeAsync(index, reader, finding, cancellationToken);
            sources[finding.Id] = new FindingSources(new CaseSet(cases), reporters);
        }

        return sources;
    }

    private static int NumberOf(string caseId, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(caseId, out int number))
            numbers.Add(caseId, number = numbers.Count);
        return number;
    }

    // Who stopped is seen in what was there before.
    private static async Task<Dictionary<string, int>> BeforeAsync(
        ISeizureIndex index,
        Reader reader,
        Finding finding,
        CancellationToken cancellationToken
    )
    {
        SeizureQuery before = finding.Evidence.Query with { From = finding.Period.From.AddYears(-1), To = finding.Period.From.AddDays(-1) };
        Tabulation counts = await index.TabulateAsync(reader, new TabulationRequest(before, [Reporter]), cancellationToken);
        return counts.Rows.ToDictionary(r => r.Key[0], r => (int)r.Value, StringComparer.Ordinal);
    }

    // What a structure or a measure rests on is nearly everything, and nothing is compared with it.
    private static bool IsCompared(Finding finding) => StoryKinds.Of(finding).Family is not (StoryFamily.Structure or StoryFamily.Measure);
}
