using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Fields;

namespace SeizureIntel.CodeLists;

/// <summary>Which fields, codes and units goods of a heading have: the schema that rows are checked against and templates are made from.</summary>
/// <remarks>What the list <c>heading_fields</c> does not name, goods of every heading have.</remarks>
public sealed class HeadingFields
{
    private const string ListName = "heading_fields";
    private const char Separator = ' ';
    private const string OfTheItem = "item";

    private readonly CodeListSet _lists;
    private readonly Dictionary<string, (string[] Headings, bool IsItem)> _limits;

    /// <summary>Reads the schema from the code lists; without the list <c>heading_fields</c> nothing is limited.</summary>
    /// <exception cref="FormatException">A row names a field, a code or a heading that there is not.</exception>
    public HeadingFields(CodeListSet lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        _lists = lists;
        _limits = (lists.Lists.FirstOrDefault(l => l.Name == ListName)?.Codes ?? []).ToDictionary(
            c => c.Value,
            c => (c.Attribute("headings")?.Split(Separator) ?? [], c.Attribute("level") == OfTheItem),
            StringComparer.Ordinal
        );
        foreach ((string name, (string[] headings, _)) in _limits)
        {
            string[] parts = name.Split('=');
            SeizureField field = SeizureFields.Template.FirstOrDefault(f => f.Name == parts[0])
                ?? throw new FormatException($"Code list {ListName}: the template has no field {parts[0]}.");
            if (parts.Length == 2 && lists.Of(field)?.FindCode(parts[1]) is null)
                throw new FormatException($"Code list {ListName}: the list of {parts[0]} has no code {parts[1]}.");
            if (headings.FirstOrDefault(h => lists["headings"].FindCode(h) is null) is { } unknown)
                throw new FormatException($"Code list {ListName}: {name} names the heading {unknown}, which there is not.");
        }
    }

    /// <summary>The fields of an item that not every heading has, and fields of which not every heading has every code.</summary>
    public IReadOnlyList<string> Limited => [.. _limits.Where(l => l.Value.IsItem).Select(l => l.Key.Split('=')[0]).Distinct()];

    /// <summary>Whether goods of a heading have a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="heading">The heading's code.</param>
    public bool Has(string field, string heading) => IsAllowed(field, heading);

    /// <summary>Whether goods of a heading have a code of a field.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="code">A code of its list.</param>
    /// <param name="heading">The heading's code.</param>
    public bool Has(string field, string code, string heading) => IsAllowed(field, heading) && IsAllowed(field + "=" + code, heading);

    /// <summary>The codes of a field that goods of a heading have, in the order of its list; empty where the field has no list.</summary>
    /// <param name="field">The field.</param>
    /// <param name="heading">The heading's code.</param>
    public IReadOnlyList<Code> CodesOf(SeizureField field, string heading)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (_lists.Of(field) is not { } list)
            return [];
        if (field.Name == "heading")
            return [.. list.Codes.Where(c => c.Value == heading)];
        HashSet<string>? dimensions = field.CodeList == "units" ? DimensionsOf(heading) : null;
        return
        [
            .. list.Codes.Where(c =>
                Has(field.Name, c.Value, heading)
                && (field.CodeList != "products" || c.Attribute("heading") is not { } own || own == heading)
                && (
                    dimensions is not { Count: > 0 }
                    || (dimensions.Contains(c.Attribute("dimension") ?? "") && c.Attribute("is_eradication") != "yes")
                )
            ),
        ];
    }

    private bool IsAllowed(string name, string heading) =>
        !_limits.TryGetValue(name, out (string[] Headings, bool IsItem) limit) || limit.Headings.Contains(heading);

    // What the heading and its products are counted in; units of one dimension lead to each other.
    private HashSet<string> DimensionsOf(string heading)
    {
        Code? row = _lists["headings"].FindCode(heading);
        CodeList units = _lists["units"];
        return
        [
            .. (row?.Attribute("natural_unit")?.Split(Separator) ?? [])
                .Concat(row?.Attribute("other_units")?.Split(Separator) ?? [])
                .Concat(
                    _lists["products"]
                        .Codes.Where(p => p.Attribute("heading") == heading)
                        .SelectMany(p => (string?[])[p.Attribute("canonical_unit"), p.Attribute("alt_unit")])
                        .OfType<string>()
                )
                .Select(u => units.FindCode(u)?.Attribute("dimension"))
                .OfType<string>(),
        ];
    }
}
