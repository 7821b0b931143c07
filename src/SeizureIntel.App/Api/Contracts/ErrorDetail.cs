namespace SeizureIntel.App.Api.Contracts;

/// <summary>Why something could not be done, and what to do.</summary>
/// <param name="Code">Stable snake_case name of the cause.</param>
/// <param name="Message">What was found and what was expected, in one sentence.</param>
/// <param name="Hint">What to do.</param>
public sealed record ErrorDetail(string Code, string Message, string Hint);
