using System;
using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Values;

namespace SeizureIntel.Fields;

/// <summary>A field of the exchange template, or one derived from it: its one name everywhere, what it holds, and how it is read off a seizure.</summary>
public sealed record SeizureField
{
    /// <summary>The name in template, query, JSON, index and export, snake_case.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds.</summary>
    public required FieldKind Kind { get; init; }

    /// <summary>English name for people.</summary>
    public required string Label { get; init; }

    /// <summary>Name of the code list; null for open codes, words, numbers and dates.</summary>
    public string? CodeList { get; init; }

    /// <summary>True for a column of the exchange template; false for a field computed from others.</summary>
    public bool InTemplate { get; init; } = true;

    /// <summary>Least marking up to which a reader must be cleared to see what it holds.</summary>
    public Marking Least { get; init; } = Marking.Clear;

    /// <summary>Reads the value of a <see cref="FieldKind.Code"/> field; null for other kinds.</summary>
    public Func<Case, Seizure, Stated>? One { get; init; }

    /// <summary>Reads the values of a <see cref="FieldKind.Codes"/> field; empty means not stated. Null for other kinds.</summary>
    public Func<Case, Seizure, IReadOnlyList<Stated>>? Many { get; init; }

    /// <summary>Reads the words of a <see cref="FieldKind.Text"/> field. Null for other kinds.</summary>
    public Func<Case, Seizure, string?>? Words { get; init; }

    /// <summary>Reads a <see cref="FieldKind.Number"/> field, or a <see cref="FieldKind.Date"/> field as <see cref="DateOnly.DayNumber"/>; null where
    /// there is none. Null for other kinds.</summary>
    public Func<Case, Seizure, double?>? Number { get; init; }
}
