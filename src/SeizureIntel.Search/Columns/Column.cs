using System;
using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Fields;
using SeizureIntel.Values;

namespace SeizureIntel.Search.Columns;

/// <summary>One field of all seizures: a dictionary and a number a row. Grows only.</summary>
internal sealed class Column
{
    private const int RecentSize = 512;

    private readonly (string Text, int Code)[] _recent = new (string, int)[RecentSize];
    private readonly List<int> _oneValue = [];
    private int[] _several = new int[8];
    private string? _lastLongText;
    private int _longTexts = 1;

    public Column(ColumnKind kind, string name, SeizureField? field)
    {
        Kind = kind;
        Name = name;
        Field = field;
        Texts.Add(kind is ColumnKind.Text or ColumnKind.LongText ? "" : NonValue.NotStated);
        if (kind == ColumnKind.Codes)
            Sets.Add([0]);
    }

    public ColumnKind Kind { get; }

    public string Name { get; }

    /// <summary>The field whose values stand here; null for the id.</summary>
    public SeizureField? Field { get; }

    /// <summary>Dictionary of codes and words; number 0 is NOT_STATED for codes and "" (none) for words.</summary>
    public TextPool Texts { get; } = new();

    /// <summary>Lists of numbers into <see cref="Texts"/> for a field with several values; number 0 is NOT_STATED alone.</summary>
    public SetPool Sets { get; } = new();

    /// <summary>Dictionary of a field of numbers or dates.</summary>
    public NumberPool Numbers { get; } = new();

    /// <summary>The numbers of all rows.</summary>
    public CodeVector Codes { get; private set; }

    /// <summary>How many different numbers a row may hold now.</summary>
    public int Entries =>
        Kind switch
        {
            ColumnKind.Codes => Sets.Count,
            ColumnKind.Number => Numbers.Count,
            ColumnKind.LongText => _longTexts,
            _ => Texts.Count,
        };

    /// <summary>Makes room for texts that are kept elsewhere, up to a number.</summary>
    public void CoverLongTexts(int entries) => _longTexts = Math.Max(_longTexts, entries);

    /// <summary>Makes what values are looked up by.</summary>
    public void Prepare()
    {
        Texts.Prepare();
        Numbers.Prepare();
    }

    /// <summary>Adds rows behind those there are.</summary>
    public void Append(int rows, ReadOnlySpan<int> codes, int expected) => Codes = Codes.With(rows, codes, expected);

    /// <summary>Adds rows behind those there are, as a file holds them.</summary>
    public void AppendPacked(int rows, ReadOnlySpan<byte> codes, int bytes, int expected) =>
        Codes = Codes.WithPacked(rows, codes, bytes, expected);

    /// <summary>Number of a text, added where it is new.</summary>
    public int CodeOf(string text)
    {
        // Most cells repeat one of few values.
        ref (string Text, int Code) recent = ref _recent[Place(text)];
        if (recent.Text is not null && recent.Text == text)
            return recent.Code;
        int code = Texts.Add(text);
        recent = (text, code);
        return code;
    }

    /// <summary>The number under which a seizure stands here.</summary>
    /// <param name="seizureCase">The case.</param>
    /// <param name="seizure">One of its seizures.</param>
    /// <param name="isNewLongText">True where a long text begins here that must be kept under the number returned.</param>
    public int CodeOf(Case seizureCase, Seizure seizure, out bool isNewLongText)
    {
        isNewLongText = false;
        switch (Kind)
        {
            case ColumnKind.Code:
                return CodeOf(Field!.One!(seizureCase, seizure).Code);
            case ColumnKind.Codes:
                return CodeOf(Field!.Many!(seizureCase, seizure));
            case ColumnKind.Number:
                return Numbers.Add(Field!.Number!(seizureCase, seizure) ?? double.NaN);
            case ColumnKind.Text:
                return Field!.Words!(seizureCase, seizure) is { } words && !string.IsNullOrWhiteSpace(words) ? CodeOf(words) : 0;
            default:
                return LongText(Field!.Words!(seizureCase, seizure), out isNewLongText);
        }
    }

    // From the first and the last four letters: codes differ there.
    private static int Place(string text)
    {
        unchecked
        {
            ulong mix = (ulong)text.Length;
            for (int i = 0; i < text.Length && i < 4; i++)
                mix = (mix << 16) ^ text[i];
            for (int i = Math.Max(4, text.Length - 4); i < text.Length; i++)
                mix = (mix * 0x100000001B3UL) ^ text[i];
            return (int)((mix * 0x9E3779B97F4A7C15UL) >> 55);
        }
    }

    private int CodeOf(IReadOnlyList<Stated> values)
    {
        if (values.Count == 0)
            return 0;
        if (values.Count == 1)
        {
            int code = CodeOf(values[0].Code);
            while (_oneValue.Count <= code)
                _oneValue.Add(-1);
            if (_oneValue[code] < 0)
                _oneValue[code] = Sets.Add([code]);
            return _oneValue[code];
        }

        if (_several.Length < values.Count)
            _several = new int[values.Count * 2];
        for (int i = 0; i < values.Count; i++)
            _several[i] = CodeOf(values[i].Code);
        return Sets.Add(_several.AsSpan(0, values.Count));
    }

    // The seizures of one case share one narrative, and come one after the other.
    private int LongText(string? text, out bool isNew)
    {
        isNew = false;
        if (string.IsNullOrWhiteSpace(text))
            return 0;
        if (ReferenceEquals(text, _lastLongText))
            return _longTexts - 1;
        isNew = true;
        _lastLongText = text;
        return _longTexts++;
    }
}
