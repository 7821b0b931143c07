using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Quality;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>What became of a block of rows.</summary>
internal sealed class ReadBlock
{
    /// <summary>Rows of the file up to the block's end.</summary>
    public int RowsRead { get; init; }

    public int RowsAccepted { get; set; }

    public int RowsSkipped { get; set; }

    public int ValuesMasked { get; set; }

    /// <summary>Cases that are whole, in the order of their rows.</summary>
    public List<Case> Cases { get; } = [];

    public List<Rejection> Rejections { get; } = [];

    public List<Issue> Issues { get; } = [];

    /// <summary>Rows of cases of which other rows are to come or came before.</summary>
    public List<WaitingRow> Waiting { get; } = [];

    /// <summary>The screened rows, ready for the archive; null where nothing is archived.</summary>
    public ArchivePart? Archived { get; set; }
}
