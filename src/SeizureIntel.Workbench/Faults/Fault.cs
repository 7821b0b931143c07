using System;
using SeizureIntel.Ports;
using SeizureIntel.Text;

namespace SeizureIntel.Workbench.Faults;

/// <summary>Something the caller can mend, said in one sentence with what to do next.</summary>
/// <param name="exitCode">1 for a failure, 2 for wrong usage.</param>
/// <param name="code">Stable snake_case name of the cause.</param>
/// <param name="message">What was found and what was expected.</param>
/// <param name="hint">What to do.</param>
/// <param name="inner">What lay below; null where nothing did.</param>
public sealed class Fault(int exitCode, string code, Phrase message, Phrase hint, Exception? inner = null) : Exception(message.Text, inner)
{
    /// <summary>1 for a failure, 2 for wrong usage.</summary>
    public int ExitCode => exitCode;

    /// <summary>Stable snake_case name of the cause.</summary>
    public string Code => code;

    /// <summary>What was found and what was expected.</summary>
    public Phrase Said => message;

    /// <summary>What to do, in English.</summary>
    public string Hint => hint.Text;

    /// <summary>What to do.</summary>
    public Phrase Advice => hint;

    /// <summary>The caller asked for what cannot be.</summary>
    public static Fault Usage(string code, Phrase message, Phrase hint) => new(2, code, message, hint);

    /// <summary>What was asked for is right, and could not be done.</summary>
    public static Fault Failed(string code, Phrase message, Phrase hint, Exception? inner = null) => new(1, code, message, hint, inner);

    /// <summary>The index is out of reach: nothing is wrong with what was asked.</summary>
    public static Fault Unavailable(IndexUnavailableException missed) => new(1, "index_unavailable", missed.Message, missed.Advice, missed);
}
