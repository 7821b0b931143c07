using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.CodeLists;
using SeizureIntel.Decisions;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Studies;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>Shows what looks wrong or told twice, and what was decided on it.</summary>
/// <remarks>Pairs are looked for by a run, as studies are: one for a question of readers who may see the same.</remarks>
public sealed class DoubtDesk(
    ISeizureIndex index,
    ISubmissionStore submissions,
    IProductStore products,
    IAccountStore accounts,
    StudyDesk studies,
    StudyRuns runs,
    FilterReader filters,
    CodeListSet codeLists
)
{
    /// <summary>The name of the run that looks for cases told twice.</summary>
    public const string Name = "doubts";

    private const int MostOutliers = 100;
    private const int MostPairs = 50;
    private const int MostLooked = 1000;
    private const int MostKept = 50;
    private const int LinesOfRow = 20;

    private readonly ConcurrentDictionary<string, Pairs> _kept = new(StringComparer.Ordinal);

    /// <summary>What looks wrong in a scope, and what was decided.</summary>
    public async Task<DoubtsAnswer> AnswerAsync(Reader reader, DoubtsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        SeizureQuery query = filters.Read(asked).Query;
        Pairs pairs = await PairsAsync(reader, query, cancellationToken);
        IReadOnlyList<Decision> decisions = await products.DecisionsAsync(reader, cancellationToken);
        HashSet<Decision> lapsed = await LapsedAsync(reader, decisions, cancellationToken);
        HashSet<string> decided = [.. decisions.Where(d => !lapsed.Contains(d)).Select(d => d.SubjectId)];
        NearDuplicateAnswer[] open =
        [
            .. pairs.Likeliest.Where(p =>
                !decided.Contains(DecisionDesk.SubjectOf(p.Earlier.CaseId, p.Later.CaseId))
                && !decided.Contains(DecisionDesk.SubjectOf(p.Later.CaseId, p.Earlier.CaseId))
            ),
        ];
        (OutlierAnswer[] outliers, int outliersOpen) = await OutliersAsync(reader, query, decided, cancellationToken);
        return new DoubtsAnswer(
            outliers,
            outliersOpen,
            open,
            pairs.All - (pairs.Likeliest.Count - open.Length),
            await ToldAsync(reader, decisions, lapsed, cancellationToken),
            DecisionEffect.Of([.. decisions.Except(lapsed)])
        );
    }

    /// <summary>What the decisions that the reader sees do to counts and sums.</summary>
    public async Task<DecisionEffect> EffectAsync(Reader reader, CancellationToken cancellationToken)
    {
        // What is accepted counts as stated, and is none of the effect.
        Decision[] decisions =
        [
            .. (await products.DecisionsAsync(reader, cancellationToken)).Where(d =>
                d.Kind is DoubtKind.NearDuplicate or DoubtKind.Outlier
            ),
        ];
        return DecisionEffect.Of([.. decisions.Except(await LapsedAsync(reader, decisions, cancellationToken))]);
    }

    /// <summary>The run that the answer waits for; null where it is answered at once.</summary>
    public async Task<StudyRun?> RunOfAsync(Reader reader, DoubtsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string question = SeizureQueryJson.Write(filters.Read(asked).Query);
        return runs.Find(reader, Name, question, await studies.ConfirmedVersionAsync(cancellationToken)) is { EndedAt: null } run
            ? run
            : null;
    }

    private async Task<Pairs> PairsAsync(Reader reader, SeizureQuery query, CancellationToken cancellationToken)
    {
        string question = SeizureQueryJson.Write(query);
        string? data = await studies.ConfirmedVersionAsync(cancellationToken);
        string key = $"{data}\n{reader.Key}\n{question}";
        if (data is not null && _kept.TryGetValue(key, out Pairs? known))
            return known;
        StudyRun run = runs.Of(reader, Name, question, data, (_, stop) => LookAsync(reader, query, stop));
        Pairs found = await ((Task<Pairs>)run.Result).WaitAsync(cancellationToken);
        if (data is null || await studies.ConfirmedVersionAsync(cancellationToken) != data)
            return found;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept[key] = found;
    }

    private async Task<Pairs> LookAsync(Reader reader, SeizureQuery query, CancellationToken stop)
    {
        (IReadOnlyList<NearDuplicate> found, int all) = await NearDuplicates.FindAsync(index, reader, query, MostPairs, stop);
        var pairs = new List<NearDuplicateAnswer>();
        foreach (NearDuplicate pair in found)
        {
            if (await AtAsync(reader, pair.Earlier, stop) is { } earlier && await AtAsync(reader, pair.Later, stop) is { } later)
                pairs.Add(new NearDuplicateAnswer(earlier, later, pair.Probability, Labels(pair.Same), Labels(pair.Different)));
        }

        return new Pairs(pairs, all);
    }

    private async Task<SearchHit?> AtAsync(Reader reader, RecordAt record, CancellationToken stop)
    {
        SeizureQuery query = SeizureQuery
            .All.With("submission", record.Submission)
            .With("row", record.Row.ToString(CultureInfo.InvariantCulture));
        SearchResult found = await index.SearchAsync(reader, new SearchRequest { Query = query, Size = LinesOfRow }, stop);
        return found.Hits.OrderBy(h => h.Id, StringComparer.Ordinal).FirstOrDefault() is { } hit ? SearchHit.Of(hit) : null;
    }

    private async Task<(OutlierAnswer[] Outliers, int All)> OutliersAsync(
        Reader reader,
        SeizureQuery query,
        HashSet<string> decided,
        CancellationToken stop
    )
    {
        var request = new SearchRequest
        {
            Query = SeizureQuery.All.With("outlier_flags", [.. OutlierFlag.Open]) with { And = query },
            Size = Math.Min(MostLooked, MostOutliers + decided.Count),
            Sort = "-seizure_date",
        };
        SearchResult found = await index.SearchAsync(reader, request, stop);
        SeizureHit[] open = [.. found.Hits.Where(h => !decided.Contains(h.Id))];
        return (
            [
                .. open.Take(MostOutliers)
                    .Select(h => new OutlierAnswer(SearchHit.Of(h), [.. h.Values["outlier_flags"].Where(OutlierFlag.Open.Contains)])),
            ],
            found.Seizures - (found.Hits.Count - open.Length)
        );
    }

    // What was decided on came again with another submission: its row was mended, and nobody has decided on what stands there now.
    private async Task<HashSet<Decision>> LapsedAsync(Reader reader, IReadOnlyList<Decision> decisions, CancellationToken stop)
    {
        // Who sees the decision on two cases need not see both.
        Decision[] pairs = [.. decisions.Where(d => d.Kind == DoubtKind.NearDuplicate)];
        IReadOnlySet<string> kept = await submissions.FindKeptAsync(Reader.Owner, [.. pairs.SelectMany(CasesOf)], stop);
        HashSet<Decision> lapsed = [.. pairs.Where(d => IsLapsed(d, kept))];
        Decision[] others = [.. decisions.Where(d => d.Kind != DoubtKind.NearDuplicate)];
        IReadOnlyDictionary<string, string> now = await submissions.FindSubmissionsOfAsync(
            reader,
            [.. others.Select(d => d.SubjectId)],
            stop
        );
        lapsed.UnionWith(others.Where(d => now.TryGetValue(d.SubjectId, out string? submission) && d.IsLapsed(submission)));
        return lapsed;
    }

    private static string[] CasesOf(Decision pair)
    {
        (string first, string second) = DecisionDesk.CasesOf(pair.SubjectId);
        return [first, second];
    }

    // A mended row makes a case of its own. Where the case that was left out stays and the other one went, it is alone.
    private static bool IsLapsed(Decision pair, IReadOnlySet<string> kept)
    {
        string[] cases = CasesOf(pair);
        return !kept.Contains(cases[1]) || (pair.Choice == Choice.Keep && !kept.Contains(cases[0]));
    }

    private async Task<IReadOnlyList<DecisionAnswer>> ToldAsync(
        Reader reader,
        IReadOnlyList<Decision> decisions,
        HashSet<Decision> lapsed,
        CancellationToken stop
    )
    {
        if (decisions.Count == 0)
            return [];
        var names = (await accounts.AccountsAsync(stop)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var told = new List<DecisionAnswer>();
        foreach (Decision decision in decisions)
        {
            bool isLapsed = lapsed.Contains(decision);
            told.Add(
                new DecisionAnswer(
                    decision.SubjectId,
                    decision.Kind,
                    decision.Choice,
                    decision.ReportingCountry,
                    codeLists.Label("reporting_country", decision.ReportingCountry),
                    decision.SubmissionId,
                    names.GetValueOrDefault(decision.DecidedBy, decision.DecidedBy),
                    decision.At,
                    decision.Note,
                    !isLapsed
                        && decision is { Kind: DoubtKind.NearDuplicate, Choice: Choice.LeaveOut }
                        && !await IsThereAsync(reader, decision, stop),
                    isLapsed
                )
            );
        }

        return told;
    }

    private async Task<bool> IsThereAsync(Reader reader, Decision decision, CancellationToken stop)
    {
        SeizureQuery kept = SeizureQuery.All.With("case_id", DecisionDesk.CasesOf(decision.SubjectId).Kept);
        return (await index.SearchAsync(reader, new SearchRequest { Query = kept, Size = 0 }, stop)).Seizures > 0;
    }

    private static string[] Labels(IReadOnlyList<string> fields) => [.. fields.Select(f => SeizureFields.Find(f)!.Label)];

    private sealed record Pairs(IReadOnlyList<NearDuplicateAnswer> Likeliest, int All);
}
