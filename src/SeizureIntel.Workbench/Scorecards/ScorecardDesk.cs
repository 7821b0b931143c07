using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Coverage;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Analytics.Overview;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Labels;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Studies;

namespace SeizureIntel.Workbench.Scorecards;

/// <summary>Tells contributors what their reports are worth: how complete they are beside those of others, and what they led to.</summary>
/// <remarks>A reader gets the cards of the countries that they see. Shares and places are taken among all contributors up to the reader's marking, and
/// stories among those that the reader sees.</remarks>
public sealed class ScorecardDesk(ISeizureIndex index, StudyDesk studies, FilterReader filters, CodeListSet codeLists)
{
    private const string Reporter = "reporting_country";
    private const int MostKept = 100;

    private static readonly IReadOnlyList<SeizureField> Fields =
    [
        .. CoverageStudy.Counted.Select(f => SeizureFields.Find(f)!).Where(f => f.Kind is FieldKind.Code or FieldKind.Codes),
    ];

    // Some forty tabulations make an answer; it holds as long as the data.
    private readonly ConcurrentDictionary<string, IReadOnlyList<ScorecardAnswer>> _kept = new(StringComparer.Ordinal);

    /// <summary>The cards of a scope, the most complete first.</summary>
    public async Task<IReadOnlyList<ScorecardAnswer>> AnswerAsync(Reader reader, ScorecardsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        Filter filter = filters.Read(asked);
        string? data = await studies.ConfirmedVersionAsync(cancellationToken);
        string key = $"{data}\n{reader.Key}\n{SeizureQueryJson.Write(filter.Query)}\n{filter.Region}";
        if (data is not null && _kept.TryGetValue(key, out IReadOnlyList<ScorecardAnswer>? known))
            return known;
        IReadOnlyList<ScorecardAnswer> cards = await CountAsync(reader, filter, cancellationToken);
        if (data is null || await studies.ConfirmedVersionAsync(cancellationToken) != data)
            return cards;
        // Most ask for all, of the data of today: what few others asked for is counted again.
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept[key] = cards;
    }

    private async Task<IReadOnlyList<ScorecardAnswer>> CountAsync(Reader reader, Filter filter, CancellationToken cancellationToken)
    {
        StudyScope scope = ScopeOf(reader, filter);
        StudyFrames frames = studies.Frames(OverviewStudy.Name);
        StudyResult coverage = await studies.RunAsync(CoverageStudy.Name, scope, frames, cancellationToken),
            overview = await studies.RunAsync(OverviewStudy.Name, scope, frames, cancellationToken);
        Dictionary<string, double?> days = Days(coverage);
        Dictionary<string, int> stories = await StoriesAsync(reader, overview, cancellationToken);
        return
        [
            .. (await FilledAsync(Reader.UpTo(reader.Ceiling), filter.Query, cancellationToken))
                .Where(c => reader.Countries is not { } own || own.Contains(c.Country))
                .Select(c =>
                    c with
                    {
                        MedianDays = days.GetValueOrDefault(c.Country),
                        Stories = stories.GetValueOrDefault(c.Country),
                        OfStories = overview.Stories.Count,
                    }
                ),
        ];
    }

    /// <summary>The run that the cards wait for; null where they are answered at once.</summary>
    public async Task<StudyRun?> RunOfAsync(Reader reader, ScorecardsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        StudyScope scope = ScopeOf(reader, filters.Read(asked));
        foreach (string study in new[] { CoverageStudy.Name, OverviewStudy.Name })
        {
            if (await studies.RunOfAsync(study, scope, cancellationToken) is { } run)
                return run;
        }

        return null;
    }

    private static StudyScope ScopeOf(Reader reader, Filter filter) => StudyDesk.Scope(reader, filter, reader.Ceiling, showAll: false);

    // How many seizures each contributor sent, and in how many each field is known.
    private async Task<IReadOnlyList<ScorecardAnswer>> FilledAsync(Reader all, SeizureQuery query, CancellationToken cancellationToken)
    {
        Dictionary<string, int> sent = await CountsAsync(all, query, cancellationToken);
        var shares = sent.Keys.ToDictionary(c => c, _ => new List<(string Label, double Share)>(), StringComparer.Ordinal);
        foreach (SeizureField field in Fields)
        {
            var known = new SeizureQuery
            {
                Not = new Dictionary<string, IReadOnlyList<string>> { [field.Name] = [NonValue.NotStated] },
                And = query,
            };
            Dictionary<string, int> filled = await CountsAsync(all, known, cancellationToken);
            foreach ((string country, int seizures) in sent)
                shares[country].Add((field.Label, (double)filled.GetValueOrDefault(country) / seizures));
        }

        double total = sent.Values.Sum();
        var complete = shares.ToDictionary(s => s.Key, s => s.Value.Average(f => f.Share), StringComparer.Ordinal);
        return
        [
            .. sent.OrderByDescending(s => complete[s.Key])
                .ThenBy(s => s.Key, StringComparer.Ordinal)
                .Select(s =>
                {
                    (string label, double share) = shares[s.Key].MinBy(f => f.Share);
                    return new ScorecardAnswer(
                        s.Key,
                        codeLists.Label(Reporter, s.Key),
                        s.Value,
                        s.Value / total,
                        complete[s.Key],
                        1 + complete.Values.Count(v => v > complete[s.Key]),
                        sent.Count,
                        share < 1 ? label : null,
                        share,
                        null,
                        0,
                        0
                    );
                }),
        ];
    }

    // A contributor is part of a story where its lead rests on one of its records.
    private async Task<Dictionary<string, int>> StoriesAsync(Reader reader, StudyResult overview, CancellationToken cancellationToken)
    {
        Dictionary<string, Finding> findings = overview.Findings.DistinctBy(f => f.Id).ToDictionary(f => f.Id, StringComparer.Ordinal);
        var told = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Story story in overview.Stories)
        {
            foreach (string country in (await CountsAsync(reader, findings[story.Lead].Evidence.Query, cancellationToken)).Keys)
                told[country] = told.GetValueOrDefault(country) + 1;
        }

        return told;
    }

    private async Task<Dictionary<string, int>> CountsAsync(Reader reader, SeizureQuery query, CancellationToken cancellationToken)
    {
        Tabulation counted = await index.TabulateAsync(reader, new TabulationRequest(query, [Reporter]), cancellationToken);
        return counted
            .Rows.Where(r => !NonValue.Is(r.Key[0]) && r.Value > 0)
            .ToDictionary(r => r.Key[0], r => (int)r.Value, StringComparer.Ordinal);
    }

    private static Dictionary<string, double?> Days(StudyResult coverage)
    {
        FigureTable? lags = coverage.Tables.FirstOrDefault(t => t.Id == "lags");
        if (lags is null)
            return [];
        int median = lags.Columns.ToList().FindIndex(c => c.Name == "median_days");
        return lags.Rows.ToDictionary(
            r => (string)r.Cells[0]!,
            r => r.Cells[median] is { } days and not string ? (double?)Convert.ToDouble(days, CultureInfo.InvariantCulture) : null,
            StringComparer.Ordinal
        );
    }
}
