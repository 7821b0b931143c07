using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.Analytics.Statistics.Multiplicity;
using SeizureIntel.Analytics.Statistics.Numerics;
using SeizureIntel.Analytics.Statistics.Text;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Text;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>Words and pairs of words that narratives of a window use far more than those before. Nothing of a narrative but the term leaves this
/// class.</summary>
internal sealed class NewTerms
{
    /// <summary>Name of the method.</summary>
    public const string Method = "log-odds-dirichlet";

    private const string Field = "narrative";
    private const double LeastZ = 3.1;
    private const int FewestCases = 5;
    private const double LeastRatio = 3;
    private const int FewestNarratives = 20;
    private const double SameTexts = 0.5;
    private const int Quiet = 4;
    private const int ShortestWord = 3;
    private const int MostTold = 40;
    private const double Z95 = 1.959963984540054;

    private readonly ISeizureIndex _index;
    private readonly ScopedFrame _scoped;
    private readonly WindowPlan _plan;
    private readonly int _reporters;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _terms = [];
    private readonly List<(int Reporter, int[] Terms)>[] _texts;
    private readonly int[] _cases;

    private NewTerms(ISeizureIndex index, ScopedFrame scoped, WindowPlan plan)
    {
        (_index, _scoped, _plan) = (index, scoped, plan);
        _reporters = scoped.Frame["reporting_country"].Values.Count;
        _texts = [.. Enumerable.Range(0, plan.Count).Select(_ => new List<(int, int[])>())];
        _cases = new int[plan.Count];
    }

    /// <summary>The new terms of every tested window.</summary>
    public static async Task<IReadOnlyList<Finding>> FindAsync(
        ISeizureIndex index,
        ScopedFrame scoped,
        WindowPlan plan,
        CancellationToken cancellationToken
    )
    {
        var terms = new NewTerms(index, scoped, plan);
        await terms.ReadAsync(cancellationToken);
        var findings = new List<Finding>();
        foreach (
            NewTerm term in terms
                .Judge()
                .OrderBy(t => t.Q)
                .ThenByDescending(t => t.Fresh)
                .ThenBy(t => t.Text, StringComparer.Ordinal)
                .Take(MostTold)
        )
            findings.Add(await terms.ToldAsync(term, cancellationToken));
        return findings;
    }

    private static bool IsWord(string token)
    {
        foreach (char c in token)
        {
            if (!char.IsLetter(c))
                return false;
        }

        return true;
    }

    // A case counts once, however many seizures it holds.
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        FrameColumn reporter = _scoped.Frame["reporting_country"];
        var seen = new HashSet<int>();
        var known = new Dictionary<string, int[]>(StringComparer.Ordinal);
        int row = 0;
        await foreach (
            SeizureBatch batch in _index.ReadAsync(
                _scoped.Scope.Reader,
                _scoped.Scope.Query with
                {
                    From = null,
                },
                [Field],
                cancellationToken
            )
        )
        {
            IReadOnlyList<string?> texts = batch.Texts[Field];
            for (int i = 0; i < batch.Count && row < _plan.OfRow.Length; i++, row++)
            {
                int window = _plan.OfRow[row];
                if (window < 0 || !seen.Add(_scoped.Frame.Cases[row]))
                    continue;
                _cases[window]++;
                if (string.IsNullOrWhiteSpace(texts[i]))
                    continue;
                if (!known.TryGetValue(texts[i]!, out int[]? terms))
                    known[texts[i]!] = terms = TermsOf(texts[i]!);
                _texts[window].Add((reporter.First(row), terms));
            }
        }
    }

    private int[] TermsOf(string text)
    {
        IReadOnlyList<string> tokens = FoldedText.Tokens(text);
        var terms = new HashSet<int>();
        for (int i = 0; i < tokens.Count; i++)
        {
            if (!IsWord(tokens[i]))
                continue;
            if (tokens[i].Length >= ShortestWord)
                terms.Add(Number(tokens[i]));
            if (i + 1 < tokens.Count && tokens[i].Length >= ShortestWord && tokens[i + 1].Length >= ShortestWord && IsWord(tokens[i + 1]))
                terms.Add(Number(tokens[i] + " " + tokens[i + 1]));
        }

        return [.. terms];
    }

    private int Number(string term)
    {
        if (_numbers.TryGetValue(term, out int number))
            return number;
        _terms.Add(term);
        return _numbers[term] = _terms.Count - 1;
    }

    private List<NewTerm> Judge()
    {
        var candidates = new List<NewTerm>();
        double hypotheses = 0;
        foreach (int window in _plan.Tested)
            hypotheses += Judge(window, candidates);
        IReadOnlyList<double> q = FalseDiscovery.BenjaminiHochberg(
            [.. candidates.Select(c => c.P)],
            (int)Math.Min(int.MaxValue, Math.Max(hypotheses, candidates.Count))
        );
        NewTerm[] shown =
        [
            .. candidates.Select((c, i) => c with { Q = q[i] }).Where(c => c.Q <= FindingOrder.ShownUpTo || _scoped.Scope.ShowAll),
        ];
        var told = new List<NewTerm>();
        foreach (IGrouping<int, NewTerm> group in shown.GroupBy(c => c.Window).OrderBy(g => g.Key))
        {
            // The most telling of terms from the same texts: the one of the rarest words.
            var kept = new List<NewTerm>();
            foreach (
                NewTerm term in group
                    .OrderByDescending(t => t.Rarity)
                    .ThenByDescending(t => t.Fresh)
                    .ThenBy(t => t.Text, StringComparer.Ordinal)
            )
            {
                if (!kept.Any(k => Overlap(k.Texts, term.Texts) >= SameTexts))
                    kept.Add(term);
            }

            told.AddRange(kept.Where(k => !told.Any(t => t.Text == k.Text && k.Window - t.Window <= Quiet)));
        }

        return told;
    }

    // Only reporters with narratives before are compared: a new reporter's language would be new as a whole.
    private int Judge(int window, List<NewTerm> candidates)
    {
        int from = WindowPlan.BeforeFrom(window);
        int[] before = new int[_reporters],
            fresh = new int[_terms.Count],
            old = new int[_terms.Count];
        int oldTexts = 0;
        for (int w = from; w < window; w++)
        {
            foreach ((int reporter, int[] terms) in _texts[w])
            {
                before[reporter]++;
                oldTexts++;
                foreach (int term in terms)
                    old[term]++;
            }
        }

        var compared = _texts[window].Where(t => before[t.Reporter] >= FewestNarratives).ToList();
        foreach ((_, int[] terms) in compared)
        {
            foreach (int term in terms)
                fresh[term]++;
        }

        int[] used = [.. Enumerable.Range(0, _terms.Count).Where(t => fresh[t] + old[t] > 0)];
        int[] common = [.. used.Where(t => fresh[t] + old[t] >= FewestCases)];
        Outcome<IReadOnlyList<TermKeyness>> outcome = Keyness.Compare([.. common.Select(t => fresh[t])], [.. common.Select(t => old[t])]);
        if (!outcome.IsTestable)
            return 0;
        for (int i = 0; i < common.Length; i++)
        {
            (int term, TermKeyness key) = (common[i], outcome.Value[i]);
            double ratio = (fresh[term] + 0.5) / (compared.Count + 1) / ((old[term] + 0.5) / (oldTexts + 1));
            if (fresh[term] < FewestCases || key.Z < LeastZ || ratio < LeastRatio)
                continue;
            HashSet<int> texts = [.. Enumerable.Range(0, compared.Count).Where(t => Array.IndexOf(compared[t].Terms, term) >= 0)];
            candidates.Add(
                new NewTerm
                {
                    Text = _terms[term],
                    Window = window,
                    Fresh = fresh[term],
                    Expected = old[term] * (double)compared.Count / oldTexts,
                    Key = key,
                    Texts = texts,
                    P = Math.Clamp(key.PValue, 0, 1),
                    Reporters = texts.Select(t => compared[t].Reporter).Distinct().Count(),
                    Rarity = _terms[term].Split(' ').Sum(word => Math.Log((oldTexts + 1) / (old[_numbers[word]] + 0.5))),
                }
            );
        }

        return used.Length;
    }

    private static double Overlap(HashSet<int> a, HashSet<int> b)
    {
        int both = a.Count(b.Contains);
        return both / (double)(a.Count + b.Count - both);
    }

    private async Task<Finding> ToldAsync(NewTerm term, CancellationToken cancellationToken)
    {
        DateOnly from = _plan.Start(term.Window),
            to = _plan.End(term.Window);
        SeizureQuery query = WindowEvidence.Of(_scoped, _plan, 0, from, to).Query;
        query = query with { Text = (query.Text is { } text ? text + " " : "") + $"\"{term.Text}\"" };

        // The index searches names and labels too, so it alone knows how many it finds.
        int found = (
            await _index.SearchAsync(_scoped.Scope.Reader, new SearchRequest { Query = query, Size = 0 }, cancellationToken)
        ).Seizures;
        var codes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Field] = [term.Text] };
        var period = new Period(from, to, _plan.Bucket);
        CountDistribution chance = CountDistribution.Poisson(Math.Max(term.Expected, 1e-9));
        double error = term.Key.LogOdds / term.Key.Z;
        List<Phrase> caveats = ["in narratives of reporters who sent some before"];
        if (term.Reporters == 1)
            caveats.Add("single reporter");
        return new Finding
        {
            Id = FindingId.Of("new_term", codes, period),
            Kind = "new_term",
            Subject = codes,
            Period = period,
            Figure = new Figure(term.Fresh, "cases"),
            Baseline = new Baseline(term.Expected, chance.Quantile(0.025), chance.Quantile(0.975), 0.95),
            Effect = new Effect(
                "odds_ratio",
                Math.Exp(term.Key.LogOdds),
                Math.Exp(term.Key.LogOdds - (Z95 * error)),
                Math.Exp(term.Key.LogOdds + (Z95 * error)),
                0.95
            ),
            N = term.Fresh,
            Known = new Known(_texts[term.Window].Count, _cases[term.Window]),
            Reporters = term.Reporters,
            P = term.P,
            Q = term.Q,
            Method = Method,
            Caveats = caveats,
            Evidence = new Evidence(query, found),
            Rank = -Math.Log10(Math.Max(term.P, 1e-300)) * term.Key.Z,
        };
    }

    private sealed record NewTerm
    {
        public required string Text { get; init; }

        public required int Window { get; init; }

        public required int Fresh { get; init; }

        public required double Expected { get; init; }

        public required TermKeyness Key { get; init; }

        public required HashSet<int> Texts { get; init; }

        public required int Reporters { get; init; }

        public required double Rarity { get; init; }

        public required double P { get; init; }

        public double Q { get; init; } = 1;
    }
}
