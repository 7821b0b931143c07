using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AutoMapper;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Findings;
using SeizureIntel.Bulletins;
using SeizureIntel.Charts;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Running;
using SeizureIntel.Workbench.Steps;
using SeizureIntel.Workbench.Studies;

namespace SeizureIntel.Workbench.Bulletins;

/// <summary>Bulletins, and the same documents for pages.</summary>
public sealed class BulletinDesk(
    StudyDesk studies,
    ISeizureIndex index,
    IProductStore products,
    CodeListSet codeLists,
    IChartRenderer charts,
    IDocumentPrinter printer,
    BulletinOptions options,
    IMapper mapper,
    TimeProvider clock
)
{
    private const int MonthsOfQuarter = 3;

    // Territories of the regions that have no permanent population, and so no customs office that could report: UN M49, ISO 3166-1.
    private static readonly string[] WithoutCustoms = ["AQ", "BV", "GS", "HM", "IO", "TF", "UM"];

    /// <summary>The bulletins kept that a reader may see, newest first.</summary>
    public async Task<IReadOnlyList<BulletinEntry>> AnswerAsync(Reader reader, BulletinsQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return [.. (await products.BulletinsAsync(reader, cancellationToken)).Select(mapper.Map<BulletinEntry>)];
    }

    /// <summary>A bulletin kept.</summary>
    /// <exception cref="Fault">The reader sees none of this id.</exception>
    public Task<BulletinRecord> FindAsync(Reader reader, string id, CancellationToken cancellationToken) =>
        FindAsync(products, reader, id, cancellationToken);

    /// <inheritdoc cref="FindAsync(Reader, string, CancellationToken)"/>
    internal static async Task<BulletinRecord> FindAsync(
        IProductStore products,
        Reader reader,
        string id,
        CancellationToken cancellationToken
    ) =>
        await products.FindBulletinAsync(reader, id, cancellationToken)
        ?? throw Fault.Usage("unknown_bulletin", $"There is no bulletin '{id}'.", "All: /api/v1/bulletins");

    /// <summary>The document of a scope for a page, whose charts are wide and whose stories speak its language.</summary>
    public Task<Bulletin?> PageAsync(
        Reader reader,
        Filter filter,
        Marking ceiling,
        IReadOnlyList<string> names,
        Phrases phrases,
        CancellationToken cancellationToken
    ) => DocumentAsync(reader, filter, ceiling, names, phrases, null, null, cancellationToken);

    /// <summary>The document of one study for its page; what it says is what the study answers.</summary>
    /// <returns>Null where the scope has no seizures and no bounds.</returns>
    public async Task<Bulletin?> StudyAsync(Reader reader, Filter filter, string name, Phrases phrases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(filter);
        StudyScope scope = StudyDesk.Scope(reader, filter, reader.Ceiling, showAll: false);
        return await StudyAsync(scope, filter, name, phrases, cancellationToken);
    }

    /// <summary>The charts of one study in the order of its page.</summary>
    /// <returns>Empty where the scope has nothing to draw.</returns>
    /// <exception cref="Fault">There is no such study, or a member names what is not there.</exception>
    public async Task<IReadOnlyList<Chart>> ChartsAsync(Reader reader, StudyQuery asked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(asked);
        Filter filter = new FilterReader(codeLists).Read(asked);
        return (await StudyAsync(studies.ScopeOf(reader, asked), filter, asked.Name, Phrases.English, cancellationToken))?.Charts ?? [];
    }

    private async Task<Bulletin?> StudyAsync(
        StudyScope scope,
        Filter filter,
        string name,
        Phrases phrases,
        CancellationToken cancellationToken
    )
    {
        if (await PeriodAsync(scope.Reader, filter.Query, cancellationToken) is not { } period)
            return null;
        StudyResult result = await studies.RunAsync(name, scope, cancellationToken);
        BulletinRequest request = await RequestAsync(scope.Reader, filter, period, scope.Reader.Ceiling, phrases, cancellationToken);
        return new StudyDocument(codeLists).Build(request, result);
    }

    /// <summary>The document of a scope.</summary>
    /// <param name="reader">Who asks.</param>
    /// <param name="filter">The scope; without bounds it covers all its data.</param>
    /// <param name="ceiling">Records above it are left out.</param>
    /// <param name="names">Names of the studies to tell.</param>
    /// <param name="page">The language of the page that shows it, whose charts are wide; null for a bulletin, which has columns.</param>
    /// <param name="steps">Told which step it has come to; null for nobody.</param>
    /// <param name="within">The run whose turn its studies take; null for turns of their own.</param>
    /// <param name="cancellationToken">Stops the studies.</param>
    /// <returns>Null where the scope has no seizures and no bounds.</returns>
    internal async Task<Bulletin?> DocumentAsync(
        Reader reader,
        Filter filter,
        Marking ceiling,
        IReadOnlyList<string> names,
        Phrases? page,
        IProgress<Step>? steps,
        StudyRun? within,
        CancellationToken cancellationToken
    )
    {
        if (await PeriodAsync(reader, filter.Query, cancellationToken) is not { } period)
            return null;
        Filter bounded = filter with { Query = filter.Query.Within(period.From, period.To) };
        StudyScope scope = StudyDesk.Scope(reader, bounded, ceiling, showAll: false);
        var results = new List<StudyResult>();
        StudyFrames frames = studies.Frames(names);
        foreach (string study in names)
        {
            steps?.Report(new Step("Studies of the bulletin", results.Count, names.Count, "study"));
            results.Add(await studies.RunAsync(study, scope, frames, within, cancellationToken));
            steps?.Report(new Step("Studies of the bulletin", results.Count, names.Count, "study"));
        }

        int all = await CountAsync(reader, bounded.Query, cancellationToken),
            open = await CountAsync(scope.Reader, scope.Query, cancellationToken);
        Tabulation profiles = await index.TabulateAsync(
            scope.Reader,
            new TabulationRequest(scope.Query, ["record_profile"]),
            cancellationToken
        );
        BulletinRequest request = (await RequestAsync(scope.Reader, filter, period, ceiling, page, cancellationToken)) with
        {
            Contact = options.Contact,
            ExpectedReporters = filter.Region is { } region
                ? [.. new RegionNames(codeLists).Countries(region).Except(WithoutCustoms, StringComparer.Ordinal)]
                : [],
            SeizuresAboveCeiling = new Counted(all - open, "seizures"),
            Profiles = profiles.Rows.ToDictionary(r => r.Key[0], r => new Counted((int)r.Value, "seizures"), StringComparer.Ordinal),
        };
        return new BulletinBuilder(codeLists).Build(request, results);
    }

    /// <summary>Makes a bulletin, writes it into a folder and keeps it.</summary>
    /// <exception cref="Fault">The scope has no seizures and no bounds, or the charts cannot be drawn.</exception>
    public Task<BulletinAnswer> MakeAsync(
        Reader reader,
        Filter filter,
        Marking ceiling,
        string folder,
        IProgress<Step>? steps,
        CancellationToken cancellationToken
    ) => MakeAsync(reader, filter, ceiling, folder, steps, within: null, cancellationToken);

    /// <inheritdoc cref="MakeAsync(Reader, Filter, Marking, string, IProgress{Step}, CancellationToken)"/>
    internal async Task<BulletinAnswer> MakeAsync(
        Reader reader,
        Filter filter,
        Marking ceiling,
        string folder,
        IProgress<Step>? steps,
        StudyRun? within,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<string> names = StudyDesk.Names;
        Bulletin document = await DocumentAsync(reader, filter, ceiling, names, page: null, steps, within, cancellationToken)
            ?? throw Fault.Usage(
                "empty_scope",
                "There are no seizures in this scope, and no period to report nothing about.",
                "Give --from and --to, or another region."
            );
        BulletinFiles files;
        try
        {
            BulletinPress press = steps is not null
                ? new(new WatchedCharts(charts, document.Charts.Count, steps), new WatchedPrinter(printer, steps))
                : new(charts, printer);
            files = await press.WriteAsync(document, folder, cancellationToken);
        }
        catch (InvalidOperationException undrawn)
        {
            throw Fault.Failed("charts_not_drawn", undrawn.Message, "Then make the bulletin again.", undrawn);
        }

        BulletinBanner banner = files.Bulletin.Banner;
        await products.SaveBulletinAsync(
            new BulletinRecord(
                files.Bulletin.Id,
                filter.Region,
                banner.From,
                banner.To,
                ceiling,
                clock.GetUtcNow(),
                files.Json,
                files.Html
            ),
            cancellationToken
        );
        return new BulletinAnswer(
            files.Bulletin.Id,
            new BulletinAnswerFiles(files.HtmlPath, files.PdfPath, files.JsonPath),
            files.PdfNotice
        );
    }

    /// <summary>The last quarter that the seizures of a reader fill; null without seizures.</summary>
    public async Task<(DateOnly From, DateOnly To)?> LatestQuarterAsync(Reader reader, CancellationToken cancellationToken)
    {
        if (await EdgeAsync(reader, new SeizureQuery(), "-seizure_date", cancellationToken) is not { } last)
            return null;
        DateOnly next = last.AddDays(1),
            after = new(next.Year, next.Month - (next.Month - 1) % MonthsOfQuarter, 1);
        return (after.AddMonths(-MonthsOfQuarter), after.AddDays(-1));
    }

    // What every document of a scope says of itself.
    private async Task<BulletinRequest> RequestAsync(
        Reader reader,
        Filter filter,
        (DateOnly From, DateOnly To) period,
        Marking marking,
        Phrases? page,
        CancellationToken cancellationToken
    ) =>
        new()
        {
            Region = filter.Region,
            From = period.From,
            To = period.To,
            Marking = marking,
            IsForPages = page is not null,
            Phrases = page ?? Phrases.English,
            DataCutOff = await studies.DataCutOffAsync(reader, cancellationToken),
            IssuedOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            Originator = options.Originator,
        };

    // The first and last seizure stand for the bounds that were not given.
    private async Task<(DateOnly From, DateOnly To)?> PeriodAsync(Reader reader, SeizureQuery query, CancellationToken cancellationToken)
    {
        DateOnly? from = query.From ?? await EdgeAsync(reader, query, "seizure_date", cancellationToken),
            to = query.To ?? await EdgeAsync(reader, query, "-seizure_date", cancellationToken);
        return from is { } first && to is { } last ? (first, last) : null;
    }

    private async Task<DateOnly?> EdgeAsync(Reader reader, SeizureQuery query, string sort, CancellationToken cancellationToken)
    {
        SearchResult edge = await index.SearchAsync(
            reader,
            new SearchRequest
            {
                Query = query,
                Size = 1,
                Sort = sort,
            },
            cancellationToken
        );
        return edge.Hits is [{ } hit] && hit.Values.GetValueOrDefault("seizure_date") is [string day]
            ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private async Task<int> CountAsync(Reader reader, SeizureQuery query, CancellationToken cancellationToken) =>
        (await index.SearchAsync(reader, new SearchRequest { Query = query, Size = 0 }, cancellationToken)).Seizures;
}
