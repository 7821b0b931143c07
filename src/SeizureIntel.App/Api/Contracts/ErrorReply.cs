namespace SeizureIntel.App.Api.Contracts;

/// <summary>What is printed when something could not be done.</summary>
/// <param name="Error">The cause.</param>
public sealed record ErrorReply(ErrorDetail Error);
