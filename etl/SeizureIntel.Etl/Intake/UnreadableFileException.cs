using System;

namespace SeizureIntel.Etl.Intake;

/// <summary>A file that cannot be taken in as a whole; its sentence holds no cell value.</summary>
/// <param name="code">A stable word for the cause, such as <c>empty_file</c> or <c>truncated_xlsx</c>.</param>
/// <param name="message">What was found and what was expected, in one sentence.</param>
/// <param name="hint">What the sender can do about it.</param>
public sealed class UnreadableFileException(string code, string message, string hint) : Exception(message)
{
    /// <summary>A stable word for the cause, in snake_case.</summary>
    public string Code { get; } = code;

    /// <summary>What the sender can do about it.</summary>
    public string Hint { get; } = hint;
}
