using System;

namespace SeizureIntel.Storage.Model;

/// <summary>A submission with its load report as a row; the counts by issue and how the file was read are JSON, nobody searches in them.</summary>
internal sealed class SubmissionRow
{
    public long Number { get; set; }
    public string Id { get; set; } = "";
    public string FileName { get; set; } = "";
    public string Source { get; set; } = "";
    public string Sha256 { get; set; } = "";
    public long SizeBytes { get; set; }
    public DateTime ReceivedAt { get; set; }
    public int RowsRead { get; set; }
    public int RowsAccepted { get; set; }
    public int RowsRejected { get; set; }
    public int RowsSkipped { get; set; }
    public int Seizures { get; set; }
    public int Cases { get; set; }
    public int ExactDuplicates { get; set; }
    public int ValuesMasked { get; set; }
    public string IssueCounts { get; set; } = "[]";
    public string ReadAs { get; set; } = "{}";
    public double Seconds { get; set; }

    /// <summary>The highest marking among its cases.</summary>
    public string Marking { get; set; } = "";

    /// <summary>Office that sent it; null for the command line.</summary>
    public string? SentBy { get; set; }

    public string? RequestKey { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    /// <summary>What is erased leaves its number behind, which no other submission may get.</summary>
    public DateTime? ErasedAt { get; set; }
}
