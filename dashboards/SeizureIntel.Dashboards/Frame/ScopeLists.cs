using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Filters;

namespace SeizureIntel.Dashboards.Frame;

/// <summary>What a scope may name, for the bar's lists and words.</summary>
internal sealed class ScopeLists(CodeListSet codes)
{
    private readonly CodeWords _words = new(codes);

    /// <summary>Codes and names of the headings.</summary>
    public IReadOnlyList<(string Code, string Name)> Headings { get; } = [.. codes["headings"].Codes.Select(c => (c.Value, c.Label))];

    /// <summary>Names of regions, then codes of regional offices.</summary>
    public IReadOnlyList<string> Regions { get; } =
    [.. codes["regions"].Codes.Select(c => c.Label), .. codes["rilo"].Codes.Select(c => c.Value)];

    /// <summary>The fields that have codes, by their names for people.</summary>
    public static IReadOnlyList<SeizureField> CodedFields { get; } =
    [.. SeizureFields.All.Where(f => f.Kind is FieldKind.Code or FieldKind.Codes)];

    /// <summary>The name of a value of a field.</summary>
    public string Word(string field, string value) => value == "*" ? "*" : _words.Of(field, value.TrimStart(CodeListSet.CodeAlone));

    /// <summary>The names from the top of a field's list down to a code, such as road vehicle, interior, seat; one name where the list has no levels.</summary>
    public IReadOnlyList<(string Code, string Name)> Chain(string field, string code)
    {
        var chain = new List<(string, string)>();
        CodeList? list = SeizureFields.Find(field) is { } known ? codes.Of(known) : null;
        for (Code? at = list?.FindCode(code); at is not null; at = at.Parent is { } parent ? list!.FindCode(parent) : null)
            chain.Insert(0, (at.Value, at.Label));
        return chain.Count > 0 ? chain : [(code, Word(field, code))];
    }

    /// <summary>The days of a period as written; null for a bound that is missing or cannot be read.</summary>
    public static (DateOnly? From, DateOnly? To) Period(string? from, string? to)
    {
        try
        {
            return (FilterReader.Day(from, isEnd: false, "from"), FilterReader.Day(to, isEnd: true, "to"));
        }
        catch (Fault)
        {
            return (null, null);
        }
    }
}
