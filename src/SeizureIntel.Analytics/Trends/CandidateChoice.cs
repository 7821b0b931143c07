using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Analytics.Trends;

/// <summary>Of the candidates that show the same change, keeps the one that says most exactly where it is.</summary>
internal static class CandidateChoice
{
    private const double Explains = 0.8;
    private const double Alike = 0.6;

    private static readonly string?[] Said =
    [
        null,
        "reporting_country",
        "departure_country",
        "destination_country",
        "leg",
        "concealment",
        "mode_of_transport",
    ];

    /// <summary>Keeps the deepest of nested candidates and the best of those made of the same records.</summary>
    /// <param name="candidates">Candidates of one kind.</param>
    /// <param name="toleranceDays">Windows that begin within so many days of each other are the same change; null compares by overlap.</param>
    /// <param name="lists">Code lists, for what lies below a code.</param>
    /// <param name="recordsOf">Records of a candidate.</param>
    public static IReadOnlyList<ChangeCandidate> Reduce(
        IEnumerable<ChangeCandidate> candidates,
        int? toleranceDays,
        CodeListSet lists,
        Func<ChangeCandidate, IReadOnlyList<int>> recordsOf
    )
    {
        ChangeCandidate[] all =
        [
            .. candidates
                .OrderBy(c => c.Period.From)
                .ThenBy(c => c.P)
                .ThenByDescending(c => c.Series.Subject.Count)
                .ThenBy(c => c.Series.Id, StringComparer.Ordinal),
        ];
        var isDropped = new bool[all.Length];
        int longest = all.Length == 0 ? 0 : all.Max(c => c.Period.To.DayNumber - c.Period.From.DayNumber) + 1;
        List<(int One, int Other)> pairs = [];
        for (int i = 0; i < all.Length; i++)
        {
            for (
                int j = i + 1;
                j < all.Length && all[j].Period.From.DayNumber - all[i].Period.From.DayNumber <= (toleranceDays ?? longest);
                j++
            )
            {
                bool isSame = toleranceDays is not null || all[j].Period.From <= all[i].Period.To;
                if (isSame && Math.Sign(all[i].Excess) == Math.Sign(all[j].Excess))
                    pairs.Add((i, j));
            }
        }

        (int Parent, int Child)[] nested = [.. pairs.Select(p => Nested(all, p.One, p.Other, lists)).Where(p => p.Parent >= 0)];
        HashSet<(int, int)> isNested = [.. nested.SelectMany(p => new[] { p, (p.Child, p.Parent) })];
        foreach ((int parent, int child) in nested)
            DropParent(all, isDropped, parent, child);
        foreach ((int parent, int child) in nested)
            DropEcho(all, isDropped, parent, child);
        var records = new Dictionary<int, HashSet<int>>();
        foreach (
            (int i, int j) in pairs
                .Where(p => !isNested.Contains(p))
                .OrderBy(p => Math.Min(all[p.One].P, all[p.Other].P))
                .ThenBy(p => p.One)
                .ThenBy(p => p.Other)
        )
            DropTwin(all, isDropped, i, j, RecordsOf);
        return [.. all.Where((_, i) => !isDropped[i])];

        HashSet<int> RecordsOf(int k)
        {
            if (!records.TryGetValue(k, out HashSet<int>? rows))
                records[k] = rows = [.. recordsOf(all[k])];
            return rows;
        }
    }

    /// <summary>Whether every seizure of one series belongs to the other too.</summary>
    public static bool Contains(CountSeries parent, CountSeries child, CodeListSet lists)
    {
        if (parent.Subject.Count > child.Subject.Count || parent.Id == child.Id)
            return false;
        foreach ((string field, string code) in parent.Subject)
        {
            if (child.Subject.Contains((field, code)))
                continue;
            IReadOnlyList<string>? below = lists.Of(SeizureFields.Find(field)!)?.WithDescendants(code);
            if (below is null || !child.Subject.Any(s => s.Field == field && below.Contains(s.Code)))
                return false;
        }

        return true;
    }

    // A parent whose excess lies in one child says less than the child does.
    private static void DropParent(ChangeCandidate[] all, bool[] isDropped, int parent, int child)
    {
        if (all[child].Q <= FindingOrder.ShownUpTo && Math.Abs(all[child].Excess) >= Explains * Math.Abs(all[parent].Excess))
            isDropped[parent] = true;
    }

    // A child that changed just as its parent did adds nothing to it.
    private static void DropEcho(ChangeCandidate[] all, bool[] isDropped, int parent, int child)
    {
        if (isDropped[parent] || isDropped[child] || all[parent].Q > FindingOrder.ShownUpTo)
            return;
        if (all[child].Effect is { Low: { } low, High: { } high } && all[parent].Effect.Value >= low && all[parent].Effect.Value <= high)
            isDropped[child] = true;
    }

    // Two crosses of the same goods that rest on the same records are one signal.
    private static void DropTwin(ChangeCandidate[] all, bool[] isDropped, int i, int j, Func<int, HashSet<int>> recordsOf)
    {
        if (isDropped[i] || isDropped[j])
            return;
        HashSet<int> one = recordsOf(i),
            two = recordsOf(j);
        int shared = one.Count(two.Contains);
        if (shared >= Alike * Math.Max(one.Count, two.Count) && all[i].Series.Dimension != all[j].Series.Dimension)
        {
            // Who reported is said first, then where it went, then how.
            isDropped[Array.IndexOf(Said, all[i].Series.Dimension) <= Array.IndexOf(Said, all[j].Series.Dimension) ? j : i] = true;
            return;
        }

        // The narrower one says more where it holds most of the other's excess.
        (int narrow, int wide) = one.Count <= two.Count ? (i, j) : (j, i);
        if (
            shared > 0
            && shared >= Explains * Math.Min(one.Count, two.Count)
            && Math.Abs(all[narrow].Excess) >= Explains * Math.Abs(all[wide].Excess)
        )
        {
            isDropped[wide] = true;
            return;
        }

        // What is left of one without the records of the other is nothing unusual: then it is the other's echo.
        bool isOneEcho = IsEcho(all[i], one.Count, shared),
            isTwoEcho = IsEcho(all[j], two.Count, shared);
        if (!isOneEcho && !isTwoEcho)
            return;
        bool dropsOne = isOneEcho && (!isTwoEcho || Math.Abs(all[i].Excess) < Math.Abs(all[j].Excess));
        isDropped[dropsOne ? i : j] = true;
    }

    private static bool IsEcho(ChangeCandidate candidate, int records, int shared) =>
        (records > 0 && shared >= Explains * records)
        || (shared > 0 && candidate.Excess > 0 && candidate.Count - shared <= candidate.Expected.High);

    private static (int Parent, int Child) Nested(ChangeCandidate[] all, int i, int j, CodeListSet lists) =>
        Contains(all[i].Series, all[j].Series, lists) ? (i, j)
        : Contains(all[j].Series, all[i].Series, lists) ? (j, i)
        : (-1, -1);
}
