using System;
using System.Collections.Generic;

namespace SeizureIntel.Workbench.State;

/// <summary>Whether store and index agree.</summary>
/// <param name="Ok">True where there is no problem.</param>
/// <param name="Store">What the store holds.</param>
/// <param name="Index">What the index holds.</param>
/// <param name="Outbox">What is on its way.</param>
/// <param name="Audit">The audit's chain of hashes.</param>
/// <param name="Refused">Seizures that the store keeps and the index refused.</param>
/// <param name="Problems">One sentence a problem with what to do; empty where all is well.</param>
public sealed record VerifyAnswer(
    bool Ok,
    HeldState Store,
    HeldState Index,
    OutboxState Outbox,
    AuditChainState Audit,
    IReadOnlyList<RefusedAnswer> Refused,
    IReadOnlyList<string> Problems
);

/// <summary>The audit's chain of hashes, followed from its first record.</summary>
/// <param name="Records">Records that follow one another.</param>
/// <param name="LastHash">Hash of the last of them; write it down elsewhere, since nothing in a chain shows that its end was cut off.</param>
public sealed record AuditChainState(long Records, string LastHash);

/// <summary>A seizure that the index refused: its error's type and field, never its text, which may quote a value.</summary>
/// <param name="Id">The seizure.</param>
/// <param name="ErrorType">Type of the error, such as <c>document_parsing_exception</c>.</param>
/// <param name="Field">The field; null where the error names none.</param>
/// <param name="Attempts">How often it was refused.</param>
/// <param name="RefusedAt">When it was refused last, UTC.</param>
/// <param name="NextAttemptAt">When it is tried again by itself, UTC; <c>reindex</c> tries it at once.</param>
public sealed record RefusedAnswer(
    string Id,
    string ErrorType,
    string? Field,
    int Attempts,
    DateTimeOffset RefusedAt,
    DateTimeOffset NextAttemptAt
);

/// <summary>What a store or an index holds.</summary>
/// <param name="Seizures">Seizures held.</param>
/// <param name="Cases">Distinct cases held.</param>
/// <param name="Checksum">Equal for store and index when they agree.</param>
public sealed record HeldState(int Seizures, int Cases, string Checksum);

/// <summary>What is on its way from the store to the index.</summary>
/// <param name="Waiting">Batches not yet confirmed.</param>
/// <param name="Parked">Batches given up until a rebuild.</param>
public sealed record OutboxState(int Waiting, int Parked);
