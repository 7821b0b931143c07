using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Reporting.Wording;
using SeizureIntel.Text;
using SeizureIntel.Workbench.Faults;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.App.Api.Contracts;

/// <summary>What went wrong as problem+json (RFC 9457): a type that stays, a sentence, what to do, a status.</summary>
internal static class Problems
{
    /// <summary>The body is not what an upload sends.</summary>
    public const string WrongContentType = "wrong_content_type";

    /// <summary>As many files as may are being taken in.</summary>
    public const string Busy = "busy";

    private const string TooLargeCode = "too_large";
    private const string TypePrefix = "urn:seizureintel:";

    // What is not named here is wrong usage (400) or a failure (500).
    private static readonly FrozenDictionary<string, int> Statuses = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["unknown_seizure"] = StatusCodes.Status404NotFound,
        ["unknown_job"] = StatusCodes.Status404NotFound,
        ["job_ended"] = StatusCodes.Status409Conflict,
        ["study_stopped"] = StatusCodes.Status409Conflict,
        ["unknown_submission"] = StatusCodes.Status404NotFound,
        ["unknown_study"] = StatusCodes.Status404NotFound,
        ["unknown_bulletin"] = StatusCodes.Status404NotFound,
        ["unknown_search"] = StatusCodes.Status404NotFound,
        ["account_unknown"] = StatusCodes.Status404NotFound,
        ["key_unknown"] = StatusCodes.Status404NotFound,
        ["unknown_office"] = StatusCodes.Status404NotFound,
        ["own_account"] = StatusCodes.Status409Conflict,
        ["account_taken"] = StatusCodes.Status409Conflict,
        ["unknown_record"] = StatusCodes.Status404NotFound,
        ["unknown_decision"] = StatusCodes.Status404NotFound,
        ["unknown_question"] = StatusCodes.Status404NotFound,
        ["no_such_proposal"] = StatusCodes.Status409Conflict,
        ["no_such_decision"] = StatusCodes.Status409Conflict,
        ["marking_above_reader"] = StatusCodes.Status403Forbidden,
        ["region_not_seen"] = StatusCodes.Status403Forbidden,
        ["not_allowed"] = StatusCodes.Status403Forbidden,
        ["already_withdrawn"] = StatusCodes.Status409Conflict,
        ["unknown_format"] = StatusCodes.Status404NotFound,
        ["unknown_codes"] = StatusCodes.Status404NotFound,
        ["aggregates"] = StatusCodes.Status422UnprocessableEntity,
        ["suggestion_incomplete"] = StatusCodes.Status409Conflict,
        ["key_used_before"] = StatusCodes.Status422UnprocessableEntity,
        ["busy_index"] = StatusCodes.Status503ServiceUnavailable,
        ["bad_series"] = StatusCodes.Status422UnprocessableEntity,
        ["empty_series"] = StatusCodes.Status422UnprocessableEntity,
        ["mixed_periods"] = StatusCodes.Status422UnprocessableEntity,
        ["not_a_series"] = StatusCodes.Status422UnprocessableEntity,
        ["not_testable"] = StatusCodes.Status422UnprocessableEntity,
        ["nominal_text"] = StatusCodes.Status422UnprocessableEntity,
        [TooLargeCode] = StatusCodes.Status413PayloadTooLarge,
        [WrongContentType] = StatusCodes.Status415UnsupportedMediaType,
        [Busy] = StatusCodes.Status503ServiceUnavailable,
        ["index_unavailable"] = StatusCodes.Status503ServiceUnavailable,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Fault TooLarge(int mostMebibytes) =>
        Fault.Usage(
            TooLargeCode,
            $"The file is larger than {mostMebibytes} MiB.",
            "Split it into several files, or compress it with gzip."
        );

    public static ProblemDetails Of(Fault fault, Phrases phrases) =>
        Of(
            phrases,
            fault.Code,
            fault.Said,
            fault.Advice,
            Statuses.GetValueOrDefault(
                fault.Code,
                fault.ExitCode == 2 ? StatusCodes.Status400BadRequest
                    : fault.InnerException is UnreadableFileException ? StatusCodes.Status422UnprocessableEntity
                    : StatusCodes.Status500InternalServerError
            )
        );

    /// <summary>A refused file, with its report as <c>submission</c>.</summary>
    public static ProblemDetails Of(SubmissionAnswer refused, Phrases phrases)
    {
        ProblemDetails problem = Of(
            phrases,
            refused.ErrorCode ?? "refused",
            "The file was not taken in.",
            refused.Error ?? "",
            StatusCodes.Status422UnprocessableEntity
        );
        problem.Extensions["submission"] = refused;
        return problem;
    }

    /// <summary>What the server decided before any of our code was asked.</summary>
    public static ProblemDetails OfStatus(int status, Phrases phrases) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => Of(
                phrases,
                "not_signed_in",
                "Nobody is signed in.",
                "Send a key that is valid: Authorization: Bearer KEY. ./run keys add makes one.",
                status
            ),
            StatusCodes.Status403Forbidden => Of(
                phrases,
                "not_allowed",
                "The account or the key does not allow this.",
                "An administrator gives roles; a key has the scopes that it was made with.",
                status
            ),
            StatusCodes.Status429TooManyRequests => Of(
                phrases,
                "too_many_requests",
                "Too many requests came from this address or account.",
                "Wait a minute, then go on.",
                status
            ),
            StatusCodes.Status404NotFound => Of(
                phrases,
                "no_such_address",
                "There is nothing at this address.",
                $"The API stands below {ApiAddresses.Root}.",
                status
            ),
            StatusCodes.Status405MethodNotAllowed => Of(
                phrases,
                "wrong_method",
                "The address does not take this method.",
                "The header Allow names those it takes.",
                status
            ),
            StatusCodes.Status413PayloadTooLarge => Of(
                phrases,
                TooLargeCode,
                "The body is too large for this address.",
                "Send a smaller one.",
                status
            ),
            _ => Of(phrases, "bad_request", "The request cannot be understood.", "Compare it with README.md.", status),
        };

    /// <summary>The disk of the machine is full.</summary>
    public static ProblemDetails NoSpace(Phrases phrases) =>
        Of(
            phrases,
            "no_space",
            "The machine has no room left on its disk; nothing of the file was kept.",
            "Tell the operator, and send the file again.",
            StatusCodes.Status507InsufficientStorage
        );

    /// <summary>A failure that nobody foresaw; its text stays in the log, for it may quote what was sent.</summary>
    public static ProblemDetails Unexpected(Phrases phrases) =>
        Of(
            phrases,
            "unexpected",
            "The request failed.",
            "The log of the server names the cause.",
            StatusCodes.Status500InternalServerError
        );

    private static ProblemDetails Of(Phrases phrases, string code, Phrase title, Phrase detail, int status) =>
        new()
        {
            Type = TypePrefix + code,
            Title = phrases.Say(title),
            Detail = phrases.Say(detail),
            Status = status,
        };
}
