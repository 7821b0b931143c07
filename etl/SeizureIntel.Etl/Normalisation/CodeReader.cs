using System.Collections.Generic;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Submissions;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads codes or plain words: the source's own meanings first, then the field's code list, then the words for a missing value.</summary>
internal sealed class CodeReader(int slot, CodeList? list, CodeList? nonValues, IReadOnlyDictionary<string, ValueTarget> values)
{
    // A standard's own code for "not specified" is a missing value: UN Rec. 19, code 0.
    private const string NonValueAttribute = "non_value";

    private readonly IssueCode _unknown = slot == Slots.Unit || slot == Slots.Unit2 ? IssueCode.UnknownUnit : IssueCode.UnknownCode;

    /// <summary>The codes of all values of a cell.</summary>
    public Reading Many(IReadOnlyList<string> texts)
    {
        var all = new List<Stated>(texts.Count);
        List<(IssueCode, string?)>? issues = null;
        List<(int, Stated)>? moved = null;
        foreach (string text in texts)
        {
            Stated one = One(text, out int target, out bool isUnknown);
            if (isUnknown)
                (issues ??= []).Add((_unknown, text));
            if (target != slot)
                (moved ??= []).Add((target, one));
            else if (one.Code != NonValue.NotStated)
                all.Add(one);
        }

        return new Reading
        {
            Many = all,
            Issues = issues ?? [],
            Moved = moved ?? [],
        };
    }

    /// <summary>The code of a cell.</summary>
    public Reading One(string text)
    {
        Stated one = One(text, out int target, out bool isUnknown);
        if (target != slot)
            return new Reading { Moved = [(target, one)] };
        return new Reading { One = one, Issues = isUnknown ? [(_unknown, text)] : [] };
    }

    /// <summary>The code that a text means, if any does; not a missing value.</summary>
    public string? Find(string text)
    {
        if (values.TryGetValue(SourceRecognition.Key(text), out ValueTarget? target) && target.Field is null)
            return target.Code;
        return list?.Find(text)?.Value;
    }

    private Stated One(string text, out int target, out bool isUnknown)
    {
        target = slot;
        isUnknown = false;
        string key = FoldedText.Key(text);
        if (key.Length == 0)
            return default;
        if (values.TryGetValue(key, out ValueTarget? meaning))
        {
            if (meaning.Field is not null)
                target = Slots.Of(meaning.Field);
            isUnknown = meaning.Code == NonValue.Unmapped;
            return Reading.Known(meaning.Code, text);
        }

        // An abbreviation for "not available" must not hide a code: NA is Namibia.
        if (list?.Find(text) is { } code)
            return Reading.Known(code.Attribute(NonValueAttribute) ?? code.Value, text);
        if (nonValues?.Find(text) is { } missing)
            return missing.Value == NonValue.NotStated ? default : Reading.Known(missing.Value, text);
        isUnknown = true;
        return new Stated(NonValue.Unmapped, text);
    }
}
