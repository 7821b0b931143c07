using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Ports;
using SeizureIntel.Queries;
using SeizureIntel.Readers;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Tabulating;

namespace SeizureIntel.Workbench.Search;

/// <summary>Searches and tabulations in the shape of the contracts; command line, API and pages ask here.</summary>
internal sealed class SearchAnswers(ISeizureIndex index, CodeListSet codeLists)
{
    public async Task<SearchReply> SearchAsync(Reader reader, SearchRequest request, CancellationToken cancellationToken)
    {
        SearchResult result = await AskAsync(() => index.SearchAsync(reader, request, cancellationToken));
        return new SearchReply(
            new TotalReply(result.Seizures, result.Cases),
            [.. result.Hits.Select(Hit)],
            result.Facets.ToDictionary(f => f.Key, f => Facet(f.Key, f.Value), StringComparer.Ordinal),
            result.Cursor,
            request.Query
        );
    }

    public async Task<TabulationReply> TabulateAsync(Reader reader, TabulationRequest request, CancellationToken cancellationToken)
    {
        Tabulation t = await AskAsync(() => index.TabulateAsync(reader, request, cancellationToken));
        bool isQuantity = t.Measure == Measure.Quantity;
        return new TabulationReply(
            t.Dimensions,
            t.Measure,
            isQuantity ? null
                : t.Measure == Measure.Cases ? "cases"
                : "seizures",
            new KnownReply(t.Known, t.Of),
            [.. t.Rows.Select(r => new TabulationRowReply(r.Key, r.Value, r.LeftOut))],
            isQuantity ? null : t.Total,
            request.Query
        );
    }

    /// <summary>The English name of a code of a field.</summary>
    public string Label(string field, string code) =>
        SeizureFields.Find(field) is { } known && codeLists.Of(known) is { } list ? list.Label(code) : code;

    private static IReadOnlyDictionary<string, object?> Hit(SeizureHit hit)
    {
        // The members named in the contract are always there; the rest follows in the template's order.
        var members = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["id"] = hit.Id,
            ["case_id"] = hit.CaseId,
            ["date"] = hit.Values.GetValueOrDefault("seizure_date") is [string day, ..] ? day : null,
            ["heading"] = null,
            ["product"] = null,
            ["reporting_country"] = null,
        };
        foreach (SeizureField field in SeizureFields.All)
        {
            if (!hit.Values.TryGetValue(field.Name, out IReadOnlyList<string>? values) || values.Count == 0)
                continue;
            members[field.Name] = field.Kind switch
            {
                FieldKind.Codes => values,
                FieldKind.Number when double.TryParse(values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) =>
                    number,
                _ => values[0],
            };
        }

        return members;
    }

    private FacetReply Facet(string field, Facet facet) =>
        new(facet.Known, facet.Of, [.. facet.Values.Select(v => new FacetValueReply(v.Value, Label(field, v.Value), v.Count))]);

    // The index says which field cannot be used how; for the caller that is wrong usage, not a failure.
    private static async Task<T> AskAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ArgumentException misuse)
        {
            string message = misuse.ParamName is { } name
                ? misuse.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
                : misuse.Message;
            throw Fault.Usage(
                "wrong_query",
                message,
                "Fields with codes can be conditions, facets and dimensions; words belong into TEXT."
            );
        }
    }
}
