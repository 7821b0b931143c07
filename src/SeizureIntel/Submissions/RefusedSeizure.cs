namespace SeizureIntel.Submissions;

/// <summary>A seizure that the index did not take: what kind of error at which field, never its text, which may quote a value.</summary>
/// <param name="Id">Id of the seizure.</param>
/// <param name="ErrorType">Type of the error, such as <c>document_parsing_exception</c>.</param>
/// <param name="Field">The field it names; null where it names none that we know.</param>
public sealed record RefusedSeizure(string Id, string ErrorType, string? Field);
