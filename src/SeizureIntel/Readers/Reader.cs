using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using SeizureIntel.Values;

namespace SeizureIntel.Readers;

/// <summary>Who asks, and what they may see: the first argument of every port method that returns seizures, submissions, products or counts.</summary>
/// <remarks>An engine turns it into conditions of its own, so that no query can drop it. There is no default reader.</remarks>
public sealed class Reader : IEquatable<Reader>
{
    private readonly FrozenSet<string>? _countries;

    private Reader(Marking ceiling, FrozenSet<string>? countries, string? office = null)
    {
        (Ceiling, _countries, Office) = (ceiling, countries, office);
        Key = countries is null ? Ceiling.Label() : Ceiling.Label() + ' ' + string.Join(',', Sorted(countries));
    }

    /// <summary>The owner of the data, who sits at the command line: every country, every marking.</summary>
    public static Reader Owner { get; } = new(Marking.Red, countries: null);

    /// <summary>Highest marking this reader may see.</summary>
    public Marking Ceiling { get; }

    /// <summary>Reporting countries (ISO 3166-1 alpha-2) whose records this reader may see; null for every country, empty for none.</summary>
    public IReadOnlySet<string>? Countries => _countries;

    /// <summary>The office to which the reader belongs: what it sent and saved is theirs to see as well. Null for the command line, which sees what
    /// every office saved.</summary>
    /// <remarks>No part of <see cref="Key"/>: it opens no record that could be counted.</remarks>
    public string? Office { get; }

    /// <summary>What two readers who may see the same records have in common: a part of the name under which an answer is kept.</summary>
    public string Key { get; }

    /// <summary>A reader of every country, up to a marking.</summary>
    public static Reader UpTo(Marking ceiling) => new(ceiling, countries: null);

    /// <summary>A reader of these reporting countries alone, up to a marking.</summary>
    public static Reader Of(Marking ceiling, IEnumerable<string> countries) => new(ceiling, countries.ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The same reader as one of an office.</summary>
    public Reader In(string office) => new(Ceiling, _countries, office);

    /// <summary>The same reader with no more than a marking: never one who sees more.</summary>
    public Reader Below(Marking ceiling) => ceiling < Ceiling ? new(ceiling, _countries, Office) : this;

    /// <summary>Whether a record of this reporting country and marking may be seen.</summary>
    public bool Sees(string reportingCountry, Marking marking) =>
        marking <= Ceiling && (_countries is null || _countries.Contains(reportingCountry));

    /// <inheritdoc/>
    public bool Equals(Reader? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Reader);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private static List<string> Sorted(IEnumerable<string> countries)
    {
        List<string> sorted = [.. countries];
        sorted.Sort(StringComparer.Ordinal);
        return sorted;
    }
}
