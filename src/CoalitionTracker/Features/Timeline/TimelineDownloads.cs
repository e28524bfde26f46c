using CoalitionTracker.Data;
using CoalitionTracker.Shared;
using CoalitionTracker.Shared.Lists;

namespace CoalitionTracker.Features.Timeline;

/// <summary>The entries behind the timeline, one row for each.</summary>
public static class TimelineDownloads
{
    private static readonly IReadOnlyList<ExportColumn<TimelineRow>> Columns =
    [
        new("on", r => r.On.Edtf),
        new("first_day", r => Show.Iso(r.Entry.Day)),
        new("kind", r => r.Kind.Slug()),
        new("countries", r => string.Join(' ', r.Countries)),
        new("about", r => string.Join(' ', r.About)),
        new("parties_in_words", r => r.PartiesInWords),
        new("line", r => r.Line),
        new("before", r => r.Before?.Slug()),
        new("after", r => r.After?.Slug()),
        new("grade", r => r.Grade?.ToString()),
        new("code", r => r.Code),
        new("address", r => r.Address),
    ];

    public static void MapTimelineDownloads(this IEndpointRouteBuilder app)
    {
        app.MapFormats(
            "/timeline",
            format =>
                (TimelineQueries timeline, HttpContext http) =>
                    Downloads.SendAsync(http, format, Columns, timeline.AllAsync(http.Request.Query, http.RequestAborted), jsonByColumns: true)
        );
    }
}
