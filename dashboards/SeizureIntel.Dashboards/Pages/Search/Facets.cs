using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Dashboards.Frame;
using SeizureIntel.Fields;
using SeizureIntel.Values;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Dashboards.Pages.Search;

/// <summary>Which facets an address opens, and how they are shown.</summary>
internal static class Facets
{
    /// <summary>Values shown at first.</summary>
    public const int Few = 8;

    /// <summary>Values shown when more are asked for.</summary>
    public const int Many = 300;

    // In the address it stands for no facet at all.
    private const string NoFacet = "none";

    private static readonly string[] OpenAtFirst =
    [
        "heading",
        "product",
        "reporting_country",
        "mode_of_transport",
        "concealment",
        "origin_country",
        "destination_country",
    ];

    // Names of single cases and files are no categories.
    private static readonly string[] NoCategories = ["case_id", "submission"];

    /// <summary>Every field that has a facet: those open at first, then the rest in the template's order.</summary>
    public static IReadOnlyList<SeizureField> All { get; } =
    [
        .. OpenAtFirst.Select(f => SeizureFields.Find(f)!),
        .. ScopeLists.CodedFields.Where(f => !OpenAtFirst.Contains(f.Name) && !NoCategories.Contains(f.Name)),
    ];

    /// <summary>The facets that an address opens.</summary>
    public static IReadOnlyList<string> OpenIn(PageAddress address)
    {
        IReadOnlyList<string> named = address.List("facets");
        return named.Count == 0 ? OpenAtFirst : [.. All.Select(f => f.Name).Where(named.Contains)];
    }

    /// <summary>A facet that is closed, or was not counted.</summary>
    public static FacetView Closed(SeizureField field, int of, PageAddress address, ScopeLists lists) =>
        new(field.Name, lists.Field(field.Name), null, of, [], Toggled(address, field.Name), null, IsLong: false);

    /// <summary>A facet with its values.</summary>
    public static FacetView Open(SeizureField field, SearchFacet counted, PageAddress address, ScopeLists lists)
    {
        bool isLong = address.Many("more").Contains(field.Name);
        SearchFacetValue[] known = [.. counted.Values.Where(v => !NonValue.Is(v.Value))];
        IEnumerable<SearchFacetValue> shown = known.Take(isLong ? Many : Few).Concat(counted.Values.Where(v => NonValue.Is(v.Value)));
        return new FacetView(
            field.Name,
            lists.Field(field.Name),
            counted.Known,
            counted.Of,
            [.. shown.Select(v => Value(field.Name, v, counted.Of, address, lists))],
            Toggled(address, field.Name),
            isLong || known.Length <= Few ? null : address.Plus("more", field.Name).ToString(),
            isLong
        );
    }

    private static FacetValueView Value(string field, SearchFacetValue value, int of, PageAddress address, ScopeLists lists)
    {
        string condition = $"{field}={value.Value}";
        // The bar's own heading is a condition too.
        bool isHeading = field == "heading" && address.Many("heading").Contains(value.Value),
            isChosen = isHeading || address.Many("where").Contains(condition);
        PageAddress included =
            isHeading ? address.Minus("heading", value.Value)
            : isChosen ? address.Minus("where", condition)
            : address.Plus("where", condition);
        return new FacetValueView(
            NonValue.Is(value.Value) ? value.Label : lists.Named(field, value.Value, value.Label),
            value.Count,
            of == 0 ? 0 : 100.0 * value.Count / of,
            isChosen,
            NonValue.Is(value.Value),
            included.ToString(),
            address.Minus("where", condition).Plus("not", condition).ToString()
        );
    }

    private static string Toggled(PageAddress address, string field)
    {
        IReadOnlyList<string> open = OpenIn(address);
        string[] then = open.Contains(field) ? [.. open.Where(f => f != field)] : [.. open, field];
        bool isFirst = then.Length == OpenAtFirst.Length && OpenAtFirst.All(f => then.Contains(f, StringComparer.Ordinal));
        string? written =
            isFirst ? null
            : then.Length == 0 ? NoFacet
            : string.Join(',', then);
        return address.With("facets", written).ToString();
    }
}
