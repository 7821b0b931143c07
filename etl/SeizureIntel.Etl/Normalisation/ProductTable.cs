using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>What the products list says of each product: its heading and its canonical unit, inherited from the parent where the row is silent.</summary>
internal sealed class ProductTable
{
    private readonly FrozenDictionary<string, (string? Heading, string? Unit, string? Other)> _products;
    private readonly FrozenDictionary<string, string> _headingUnits;

    public ProductTable(CodeList? products, CodeList? headings)
    {
        var rows = new Dictionary<string, (string?, string?, string?)>(StringComparer.Ordinal);
        foreach (Code product in products?.Codes ?? [])
            rows.Add(
                product.Value,
                (
                    Inherited(products!, product, "heading"),
                    Inherited(products!, product, "canonical_unit"),
                    Inherited(products!, product, "alt_unit")
                )
            );
        _products = rows.ToFrozenDictionary(StringComparer.Ordinal);
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Code heading in headings?.Codes ?? [])
        {
            if (heading.Attribute("natural_unit") is { } unit)
                units.Add(heading.Value, unit);
        }

        _headingUnits = units.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The heading a product belongs to; null where it is not known.</summary>
    public string? HeadingOf(string product) => _products.GetValueOrDefault(product).Heading;

    /// <summary>The canonical unit of a product, else of its heading; null where neither has one.</summary>
    public string? UnitOf(string product, string heading) =>
        _products.GetValueOrDefault(product).Unit ?? _headingUnits.GetValueOrDefault(heading);

    /// <summary>The other unit in which a product usually comes; null where it has none.</summary>
    public string? OtherUnitOf(string product) => _products.GetValueOrDefault(product).Other;

    private static string? Inherited(CodeList products, Code product, string attribute)
    {
        for (Code? at = product; at is not null; at = at.Parent is null ? null : products.FindCode(at.Parent))
        {
            if (at.Attribute(attribute) is { } value)
                return value;
        }

        return null;
    }
}
