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
/// <param name="codes">The code lists.</param>
/// <param name="texts">The language.</param>
internal sealed class ScopeLists(CodeListSet codes, PageTexts texts)
{
    private readonly CodeWords _words = new(codes, texts.Phrases);

    /// <summary>The language.</summary>
    public PageTexts Texts => texts;

    /// <summary>Codes and names of the headings.</summary>
    public IReadOnlyList<(string Code, string Name)> Headings { get; } =
    [.. codes["headings"].Codes.Select(c => (c.Value, codes["headings"].Label(c.Value, texts.Language)))];

    /// <summary>Regions by the names that an address has and by those of the language, then codes of regional offices.</summary>
    public IReadOnlyList<(string Region, string Name)> Regions { get; } =
    [
        .. codes["regions"].Codes.Select(c => (c.Label, codes["regions"].Label(c.Value, texts.Language))),
        .. codes["rilo"].Codes.Select(c => (c.Value, c.Value)),
    ];

    /// <summary>The fields that have codes, by their names for people.</summary>
    public static IReadOnlyList<SeizureField> CodedFields { get; } =
    [.. SeizureFields.All.Where(f => f.Kind is FieldKind.Code or FieldKind.Codes)];

    /// <summary>What stands between a name and what is said of it.</summary>
    public string Colon { get; } = texts.Phrases.Fill("sign.colon");

    /// <summary>The name of a region as an address has it.</summary>
    public string Region(string region) => Regions.FirstOrDefault(r => r.Region == region).Name ?? region;

    /// <summary>The name of a field.</summary>
    public string Field(string field) => _words.FieldName(field);

    /// <summary>The name of a value of a field that an answer named in English.</summary>
    public string Named(string field, string value, string label) =>
        texts.IsEnglish || SeizureFields.Find(field)?.Kind is not (FieldKind.Code or FieldKind.Codes) ? label : Word(field, value);

    /// <summary>The name of a value of a field.</summary>
    public string Word(string field, string value) => value == "*" ? "*" : _words.Of(field, value.TrimStart(CodeListSet.CodeAlone));

    /// <summary>The names from the top of a field's list down to a code, such as road vehicle, interior, seat; one name where the list has no levels.</summary>
    public IReadOnlyList<(string Code, string Name)> Chain(string field, string code)
    {
        var chain = new List<(string, string)>();
        CodeList? list = SeizureFields.Find(field) is { } known ? codes.Of(known) : null;
        for (Code? at = list?.FindCode(code); at is not null; at = at.Parent is { } parent ? list!.FindCode(parent) : null)
            chain.Insert(0, (at.Value, list!.Label(at.Value, texts.Language)));
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
