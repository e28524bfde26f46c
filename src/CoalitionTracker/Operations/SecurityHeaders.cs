namespace CoalitionTracker.Operations;

/// <summary>What a browser may load and do on our pages.</summary>
internal static class SecurityHeaders
{
    /// <summary>Nothing but our own files.</summary>
    public static HeaderPolicyCollection Usual { get; } = Policies(_ => { });

    /// <summary>The same in a frame on any site. Nothing can be changed or sent from there: it has no session, no forms but for reading.</summary>
    public static HeaderPolicyCollection InFrames { get; } = Policies(_ => { }, csp => csp.AddFrameAncestors().From("*"));

    /// <summary>MudBlazor sets its theme and the places of its menus in style elements and attributes. Scripts are ours alone, as elsewhere.</summary>
    public static HeaderPolicyCollection MudBlazor { get; } = Policies(csp => csp.AddStyleSrc().Self().UnsafeInline());

    /// <summary>The pictures for link previews are made to be shown by other sites.</summary>
    public static HeaderPolicyCollection ForOtherSites { get; } = Policies(_ => { }).AddCrossOriginResourcePolicy(policy => policy.CrossOrigin());

    private static HeaderPolicyCollection Policies(Action<CspBuilder> more, Action<CspBuilder>? frames = null)
    {
        var policies = new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                more(csp);
                csp.AddImgSrc().Self().Data();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                if (frames is null)
                    csp.AddFrameAncestors().None();
                else
                    frames(csp);
            });
        if (frames is not null)
            policies.Remove("X-Frame-Options"); // which knows no "anybody"
        return policies;
    }
}
