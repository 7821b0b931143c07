using System;

namespace SeizureIntel.Workbench.Asking;

/// <summary>Says how a member of a question is asked for: the same words describe the address, the body and the verb's option.</summary>
/// <param name="does">What the member does, as help and API description say it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AskedAttribute(string does) : Attribute
{
    /// <summary>What the member does.</summary>
    public string Does => does;

    /// <summary>What stands for a value in help, such as <c>FIELD,FIELD</c>; null for the member's name.</summary>
    public string? Shown { get; init; }

    /// <summary>The least number taken.</summary>
    public int Least { get; init; } = int.MinValue;

    /// <summary>The greatest number taken.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>True where the member stands in the address itself and is an argument of the verb.</summary>
    public bool IsInPath { get; init; }
}
