"""Letters: what was published in a time, as an e-mail for any service to send."""
