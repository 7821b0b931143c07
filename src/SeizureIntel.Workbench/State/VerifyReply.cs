using System.Collections.Generic;

namespace SeizureIntel.Workbench.State;

/// <summary>Whether store and index agree.</summary>
/// <param name="Ok">True where there is no problem.</param>
/// <param name="Store">What the store holds.</param>
/// <param name="Index">What the index holds.</param>
/// <param name="Outbox">What is on its way.</param>
/// <param name="Problems">One sentence a problem with what to do; empty where all is well.</param>
public sealed record VerifyReply(bool Ok, StateReply Store, StateReply Index, OutboxReply Outbox, IReadOnlyList<string> Problems);
