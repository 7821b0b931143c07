using System;
using System.Diagnostics.CodeAnalysis;

namespace SeizureIntel.Analytics.Statistics.Numerics;

/// <summary>The answer of a method, or the reason why the data do not allow one.</summary>
/// <typeparam name="T">The answer.</typeparam>
public sealed record Outcome<T>
    where T : class
{
    private Outcome(T? value, string reason)
    {
        Value = value;
        Reason = reason;
    }

    /// <summary>Whether there is an answer.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsTestable => Value is not null;

    /// <summary>The answer; null where the data do not allow one.</summary>
    public T? Value { get; }

    /// <summary>Why there is no answer, in words for a bulletin; empty where there is one.</summary>
    public string Reason { get; }

    /// <summary>An answer.</summary>
    /// <param name="value">The answer.</param>
    /// <returns>The outcome.</returns>
    /// <remarks>Assumes nothing. Source: house rule, every edge case has an answer or a reason.</remarks>
    [SuppressMessage(
        "Design",
        "CA1000:Do not declare static members on generic types",
        Justification = "Reads as a sentence: Outcome of T."
    )]
    public static Outcome<T> Of(T value) => new(value ?? throw new ArgumentNullException(nameof(value)), "");

    /// <summary>No answer.</summary>
    /// <param name="reason">Why, in words for a bulletin.</param>
    /// <returns>The outcome.</returns>
    /// <remarks>Assumes nothing. Source: house rule, every edge case has an answer or a reason.</remarks>
    [SuppressMessage(
        "Design",
        "CA1000:Do not declare static members on generic types",
        Justification = "Reads as a sentence: Outcome of T."
    )]
    public static Outcome<T> NotTestable(string reason) => new(null, reason);
}
