using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Watches;

namespace SeizureIntel.Workbench.Watches;

/// <summary>Tries a watch on what came in before it was made.</summary>
/// <param name="submissions">When it came in.</param>
/// <param name="index">What of it matches.</param>
/// <param name="time">The clock.</param>
public sealed class WatchTrial(ISubmissionStore submissions, ISeizureIndex index, TimeProvider time)
{
    /// <summary>What would have been told to a reader.</summary>
    /// <param name="reader">In whose name the watch looks.</param>
    /// <param name="query">What it looks for.</param>
    /// <param name="watch">How it tells; it is taken to have told nothing yet.</param>
    /// <param name="days">Days of history, today among them.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<WatchTrialAnswer> RunAsync(
        Reader reader,
        SeizureQuery query,
        Watch watch,
        int days,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(watch);
        DateTimeOffset now = time.GetUtcNow();
        DateOnly today = DayOf(now),
            first = today.AddDays(1 - days);

        // Which uploads there were tells a reader nothing; what of them matches is counted for the reader alone.
        var uploads = (await submissions.SubmissionsAsync(Reader.Owner, cancellationToken))
            .Select(s => s.Report)
            .Where(r => r.WithdrawnAt is null && DayOf(r.Submission.ReceivedAt) >= first)
            .ToList();
        Dictionary<string, int> matches =
            uploads.Count == 0 ? [] : await MatchesAsync(reader, query, [.. uploads.Select(u => u.Submission.Id)], cancellationToken);
        (DateTimeOffset At, int Seizures)[] arrived =
        [
            .. uploads
                .Select(u => (u.Submission.ReceivedAt, matches.GetValueOrDefault(u.Submission.Id)))
                .Where(u => u.Item2 > 0)
                .OrderBy(u => u.ReceivedAt),
        ];
        List<DateTimeOffset> told = Tellings(arrived, watch with { LastToldAt = null, MutedUntil = null }, now);
        var seizures = arrived.GroupBy(a => DayOf(a.At)).ToDictionary(g => g.Key, g => g.Sum(a => a.Seizures));
        var times = told.GroupBy(DayOf).ToDictionary(g => g.Key, g => g.Count());
        return new WatchTrialAnswer(
            days,
            told.Count,
            arrived.Sum(a => a.Seizures),
            arrived.Length,
            [
                .. Enumerable
                    .Range(0, days)
                    .Select(first.AddDays)
                    .Select(d => new WatchTrialDay(d, seizures.GetValueOrDefault(d), times.GetValueOrDefault(d))),
            ]
        );
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    // Each telling takes along whatever arrived up to its moment.
    private static List<DateTimeOffset> Tellings((DateTimeOffset At, int Seizures)[] arrived, Watch watch, DateTimeOffset now)
    {
        var told = new List<DateTimeOffset>();
        for (int next = 0; next < arrived.Length; )
        {
            DateTimeOffset at = watch.NextFor(arrived[next].At);
            if (at > now)
                break;
            told.Add(at);
            watch = watch with { LastToldAt = at };
            while (next < arrived.Length && arrived[next].At <= at)
                next++;
        }

        return told;
    }

    private async Task<Dictionary<string, int>> MatchesAsync(
        Reader reader,
        SeizureQuery query,
        IReadOnlyList<string> ids,
        CancellationToken cancellationToken
    )
    {
        var request = new TabulationRequest(query.With("submission", ids), ["submission"]);
        Tabulation table = await index.TabulateAsync(reader, request, cancellationToken);
        return table.Rows.ToDictionary(r => r.Key[0], r => (int)r.Value, StringComparer.Ordinal);
    }
}
