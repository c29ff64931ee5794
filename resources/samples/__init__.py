"""The sample lesson, in English and in Traditional Chinese, and the script that makes it."""
