namespace SeizureIntel.Submissions;

/// <summary>What became of a submission.</summary>
public enum SubmissionStatus
{
    /// <summary>Its rows are kept and searchable.</summary>
    Loaded,

    /// <summary>The same bytes were loaded before; nothing was loaded again.</summary>
    AlreadyReceived,

    /// <summary>Nothing of it could be taken; nothing is kept.</summary>
    Refused,
}
