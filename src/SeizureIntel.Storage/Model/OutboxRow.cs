using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A contiguous range of case numbers that the index has not confirmed, or, below zero, what is to leave the index.</summary>
internal sealed class OutboxRow
{
    public long Id { get; set; }
    public long FirstCase { get; set; }
    public long LastCase { get; set; }
    public int Attempts { get; set; }
    public DateTime? LeasedUntil { get; set; }
    public string? LeasedBy { get; set; }
    public bool IsParked { get; set; }
    public string? Error { get; set; }
    public string? RemovesField { get; set; }
    public string? RemovesValue { get; set; }
}
