using System;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Api.Contracts;

/// <summary>A file that could not be taken in, on its way to the sender.</summary>
internal sealed class RefusedException(SubmissionAnswer submission) : Exception(submission.Error)
{
    public SubmissionAnswer Submission => submission;
}
