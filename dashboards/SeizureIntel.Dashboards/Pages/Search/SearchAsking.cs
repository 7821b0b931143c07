using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Fields;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Filters;
using SeizureIntel.Workbench.Search;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>Asks the questions of the search page: each is one that the API answers too.</summary>
internal sealed class SearchAsking(SearchDesk search, TabulationDesk tabulations, FilterReader filters, ScopeLists lists)
{
    /// <summary>Hits on a page of the table.</summary>
    public const int PageSize = 50;

    // Non-values stand among the values; there are five of them.
    private const int NonValues = 5;

    private const string MarkingField = "marking";

    /// <summary>What an address asks for, as a reader may see it.</summary>
    public async Task<SearchView> AskAsync(Reader reader, PageAddress address, CancellationToken cancellationToken)
    {
        var asked = Questions.Of<SearchQuery>(address);
        Filter filter = filters.Read(asked);
        IReadOnlyList<string> open = Facets.OpenIn(address);
        string[] several = [.. open.Where(f => HasCondition(address, f))];
        SearchAnswer found = await search.AnswerAsync(
            reader,
            asked with
            {
                Facets = [.. open.Except(several).Append(MarkingField).Distinct()],
                FacetSize = SizeOf(address),
                Size = PageSize,
            },
            cancellationToken
        );
        var facets = new Dictionary<string, SearchFacet>(found.Facets, StringComparer.Ordinal);
        foreach (string field in several)
            facets[field] = await AlternativesAsync(reader, address, field, cancellationToken);

        string? opened = address.One("open");
        return new SearchView
        {
            Found = found,
            Quantities = await tabulations.AnswerAsync(
                reader,
                Questions.Of<TabulationQuery>(address) with
                {
                    Measure = Measure.Quantity,
                },
                cancellationToken
            ),
            Histogram = await OverTimeAsync(reader, filter.Query, address, cancellationToken),
            Facets =
            [
                .. Facets.All.Select(f =>
                    open.Contains(f.Name) && facets.TryGetValue(f.Name, out SearchFacet? counted)
                        ? Facets.Open(f, counted, address, lists)
                        : Facets.Closed(f, found.Total.Seizures, address, lists)
                ),
            ],
            Columns = HitTable.ColumnsOf(address),
            Opened = opened is null ? null : found.Hits.FirstOrDefault(h => h.Id == opened),
            Marking = RunningStudies.Highest(found),
            Legs = address.One("view") == "map" ? await LegsAsync(reader, address, cancellationToken) : null,
            Warnings = filter.Warnings,
            WithoutPeriod =
                found.Total.Seizures == 0 && (asked.From ?? asked.To) is not null
                    ? await CountAsync(reader, asked with { From = null, To = null }, cancellationToken)
                    : null,
        };
    }

    // A field with a condition shows what else could be chosen: its values among what the other conditions find.
    private async Task<SearchFacet> AlternativesAsync(Reader reader, PageAddress address, string field, CancellationToken cancellationToken)
    {
        var without = new PageAddress(address.Path, [.. address.Pairs.Where(p => !IsCondition(p, field))]);
        SearchAnswer found = await search.AnswerAsync(
            reader,
            Questions.Of<SearchQuery>(without) with
            {
                Facets = [field],
                FacetSize = SizeOf(address),
                Size = 0,
                Cursor = null,
            },
            cancellationToken
        );
        return found.Facets[field];
    }

    private async Task<Histogram> OverTimeAsync(Reader reader, SeizureQuery query, PageAddress address, CancellationToken cancellationToken)
    {
        Bucket step = Histogram.StepOf(query.From, query.To);
        TabulationAnswer counted = await ByAsync(step);
        if (step == Bucket.Year && counted.Rows.Count(r => !NonValue.Is(r.Key[^1])) is > 0 and <= Histogram.YearsByMonths)
        {
            step = Bucket.Month;
            counted = await ByAsync(step);
        }

        return Histogram.Of(counted, step, address, lists.Texts);

        Task<TabulationAnswer> ByAsync(Bucket bucket) =>
            tabulations.AnswerAsync(
                reader,
                Questions.Of<TabulationQuery>(address) with
                {
                    Measure = Measure.Count,
                    Bucket = bucket,
                },
                cancellationToken
            );
    }

    private async Task<LegsView> LegsAsync(Reader reader, PageAddress address, CancellationToken cancellationToken)
    {
        TabulationAnswer counted = await tabulations.AnswerAsync(
            reader,
            Questions.Of<TabulationQuery>(address) with
            {
                By = [SeizureFields.Leg],
            },
            cancellationToken
        );
        return LegsView.Of(counted, lists);
    }

    private async Task<int> CountAsync(Reader reader, SearchQuery asked, CancellationToken cancellationToken) =>
        (await search.AnswerAsync(reader, asked with { Facets = [], Size = 0 }, cancellationToken)).Total.Seizures;

    private static int SizeOf(PageAddress address) => (address.Many("more").Count > 0 ? Facets.Many : Facets.Few + 1) + NonValues;

    private static bool HasCondition(PageAddress address, string field) => address.Pairs.Any(p => IsCondition(p, field));

    private static bool IsCondition((string Name, string Value) pair, string field) =>
        pair.Name == "where" ? pair.Value.StartsWith(field + "=", StringComparison.Ordinal) : pair.Name == "heading" && field == "heading";
}
