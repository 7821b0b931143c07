using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Rates;
using SeizureIntel.Analytics.Statistics.Trends;
using SeizureIntel.Loops;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Routes;

/// <summary>Traffic that moves from one route to another with the same goods and the same start or end.</summary>
internal sealed class Displacements(ScopedFrame scoped, WindowPlan plan, GoodsLines goods, RouteChanges changes)
{
    /// <summary>Name of the method.</summary>
    public const string Method = "share-shift";

    private const double Candidate = 0.10;
    private const double CandidatePartner = 0.05;
    private const int MostWindowsApart = 2;
    private const int WeeksBefore = 104;
    private const int WeeksAfter = 52;
    private const double LeastGain = 1.5;
    private const double MostLoss = 0.75;
    private const double MostTotalChange = 0.3;

    /// <summary>Pairs in which the share moved, one route gained, the other lost, and the sum stayed.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var pairs = new Dictionary<(int Loser, int Winner), int>();
        (string First, string Last)[] ends = [.. scoped.Frame["path"].Values.Select(Ends)];
        CellChange[] flagged = [.. changes.PathChanges.Where(c => c.Q <= Candidate || c.P <= CandidatePartner)];
        foreach (IGrouping<int, CellChange> same in flagged.GroupBy(c => changes.Paths[c.Cell].Second))
        {
            CellChange[] falls = [.. same.Where(c => !c.IsRise)],
                rises = [.. same.Where(c => c.IsRise)];
            foreach (CellChange fall in falls)
            {
                foreach (
                    CellChange rise in rises.Where(r =>
                        Math.Abs(r.Window - fall.Window) <= MostWindowsApart
                        && Math.Min(r.Q, fall.Q) <= Candidate
                        && ShareAnEnd(ends[changes.Paths[fall.Cell].First], ends[changes.Paths[r.Cell].First])
                    )
                )
                {
                    var key = (fall.Cell, rise.Cell);
                    int window = Math.Min(fall.Window, rise.Window);
                    if (!pairs.TryGetValue(key, out int now) || window < now)
                        pairs[key] = window;
                }
            }
        }

        var days = new PathDays(scoped.Frame, plan, goods, changes.Paths, pairs.Keys.SelectMany(p => new[] { p.Loser, p.Winner }));
        KeyValuePair<(int Loser, int Winner), int>[] candidates = [.. pairs.OrderBy(p => p.Key)];
        var shifts = new Shift?[candidates.Length];
        Parallel.For(0, shifts.Length, SideBySide.Here(), i =>
            shifts[i] = Test(days, candidates[i].Key.Loser, candidates[i].Key.Winner, candidates[i].Value)
        );
        Shift[] tested = [.. shifts.OfType<Shift>()];
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg([.. tested.Select(t => t.P)]);
        Shift[] moved =
        [
            .. tested.Select((t, i) => t with { Q = q[i] }).Where(t => t.IsMove && (t.Q <= FindingOrder.ShownUpTo || scoped.Scope.ShowAll)),
        ];

        // Nested goods tell the same move: the narrowest is kept.
        return [.. moved.Where(t => !moved.Any(o => IsNarrower(o, t))).Select(Told)];
    }

    private bool IsNarrower(Shift narrow, Shift wide) =>
        changes.Paths[narrow.Loser].First == changes.Paths[wide.Loser].First
        && changes.Paths[narrow.Winner].First == changes.Paths[wide.Winner].First
        && goods.IsBelow(changes.Paths[narrow.Loser].Second, changes.Paths[wide.Loser].Second);

    private static bool ShareAnEnd((string First, string Last) a, (string First, string Last) b) => a.First == b.First || a.Last == b.Last;

    private static (string First, string Last) Ends(string path)
    {
        string[] stations = path.Split('>');
        return (stations[0], stations[^1]);
    }

    private string Path(int cell) => scoped.Frame["path"].Values[changes.Paths[cell].First];

    private Shift? Test(PathDays days, int loser, int winner, int window)
    {
        int start = plan.Start(window).DayNumber;
        int firstDay = Math.Max(plan.Start(0).DayNumber, start - (WeeksBefore * 7)),
            lastDay = Math.Min(plan.End(plan.Count - 1).DayNumber, start + (WeeksAfter * 7) - 1);
        int before = (start - firstDay) / 7,
            after = (lastDay + 1 - start) / 7;
        double[] lost = new double[before + after],
            won = new double[before + after],
            isAfter = new double[before + after];
        Array.Fill(isAfter, 1, before, after);
        HashSet<int> reporters = [];
        int from = start - (before * 7),
            to = start + (after * 7) - 1;
        int count = Gather(loser, lost);
        if (winner != loser)
            count += Gather(winner, won);
        (int known, int of) = days.Goods(loser, from, to);

        Outcome<ShareShift> outcome = Displacement.Test(won, lost, isAfter);
        if (!outcome.IsTestable)
            return null;
        (double wonBefore, double wonAfter) = (won.Take(before).Sum() / before, won.Skip(before).Sum() / after);
        (double lostBefore, double lostAfter) = (lost.Take(before).Sum() / before, lost.Skip(before).Sum() / after);

        // Half an event on each side keeps a ratio with nothing before or after finite.
        double gain = (wonAfter + (0.5 / after)) / (wonBefore + (0.5 / before)),
            loss = (lostAfter + (0.5 / after)) / (lostBefore + (0.5 / before));
        double total = (wonAfter + lostAfter) / (wonBefore + lostBefore);
        return new Shift
        {
            Loser = loser,
            Winner = winner,
            From = DateOnly.FromDayNumber(from),
            Start = plan.Start(window),
            To = DateOnly.FromDayNumber(to),
            Count = count,
            Reporters = reporters.Count,
            Known = new Known(known, of),
            After = (int)(won.Skip(before).Sum() + lost.Skip(before).Sum()),
            WonAfter = (int)won.Skip(before).Sum(),
            Before = (int)(won.Take(before).Sum() + lost.Take(before).Sum()),
            WonBefore = (int)won.Take(before).Sum(),
            P = Math.Clamp(outcome.Value.DeviancePValue, 0, 1),
            Gain = gain,
            IsMove = gain > LeastGain && loss < MostLoss && Math.Abs(total - 1) < MostTotalChange,
        };

        int Gather(int cell, double[] weeks)
        {
            int gathered = 0;
            foreach ((int day, int reporter, int seizures) in days.Seizures(cell))
            {
                if (day < from || day > to)
                    continue;
                weeks[(day - from) / 7] += seizures;
                reporters.Add(reporter);
                gathered += seizures;
            }

            return gathered;
        }
    }

    private Finding Told(Shift shift)
    {
        (string Field, string Code)[] about = goods.Subject(changes.Paths[shift.Loser].Second);
        Dictionary<string, IReadOnlyList<string>> subject = about.ToDictionary(
            s => s.Field,
            s => (IReadOnlyList<string>)[s.Code],
            StringComparer.Ordinal
        );
        string[] paths = [Path(shift.Loser), Path(shift.Winner)];
        subject["path"] = paths;
        var period = new Period(shift.Start, shift.To);
        Evidence evidence = WindowEvidence.Of(scoped, plan, shift.Count, shift.From, shift.To, about);
        double share = shift.WonAfter / (double)shift.After;
        (double apart, double low, double high) = WilsonInterval.Difference((shift.WonAfter, shift.After), (shift.WonBefore, shift.Before));
        List<Phrase> caveats = [$"from {new NamedCode("path", paths[0], paths[0])} to {new NamedCode("path", paths[1], paths[1])}"];
        if (shift.Reporters == 1)
            caveats.Add("single reporter");
        return new Finding
        {
            Id = FindingId.Of("displacement", subject, period),
            Kind = "displacement",
            Subject = subject,
            Period = period,
            Figure = new Figure(share, "share"),
            Effect = new Effect("share_change", apart, low, high, WilsonInterval.Level),
            N = shift.Count,
            Known = shift.Known,
            Reporters = shift.Reporters,
            P = shift.P,
            Q = shift.Q,
            Method = Method,
            Caveats = caveats,
            Evidence = evidence with { Query = evidence.Query.With("path", paths) },
            Rank = -Math.Log10(Math.Max(shift.P, 1e-300)) * shift.Gain,
        };
    }

    private sealed record Shift
    {
        public required int Loser { get; init; }

        public required int Winner { get; init; }

        public required DateOnly From { get; init; }

        public required DateOnly Start { get; init; }

        public required DateOnly To { get; init; }

        public required int Count { get; init; }

        public required int Reporters { get; init; }

        public required Known Known { get; init; }

        public required int Before { get; init; }

        public required int WonBefore { get; init; }

        public required int After { get; init; }

        public required int WonAfter { get; init; }

        public required double P { get; init; }

        public required double Gain { get; init; }

        public required bool IsMove { get; init; }

        public double Q { get; init; } = 1;
    }
}
