"""The same session without a full screen: plain questions and answers, for screen readers and pipes."""
