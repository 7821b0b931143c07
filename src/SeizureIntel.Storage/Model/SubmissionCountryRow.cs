namespace SeizureIntel.Storage.Model;

/// <summary>A country that reported cases of a submission; <c>NOT_STATED</c> where a case says none.</summary>
internal sealed class SubmissionCountryRow
{
    public long SubmissionNumber { get; set; }
    public string Country { get; set; } = "";
}
